import { count, toTable, type Column } from '../markdown';
import type { Waited } from './round';

/** What asked in the same way at the same latency. */
type Group = readonly Waited[];

const milliseconds = (group: Group) => {
	const values = group.map((waited) => waited.milliseconds);
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	return `${mean.toFixed(0)} ms (${Math.max(...values).toFixed(0)} ms)`;
};

const columns: Array<Column<Group>> = [
	['Answers take', ([waited]) => waited?.latency ?? ''],
	['', ([waited]) => waited?.what ?? ''],
	['Beside', ([waited]) => (waited?.isAlone ? 'nothing' : '100,000 rows')],
	['Tries', (group) => count(group.length)],
	['Requests under way', (group) => count(Math.max(...group.map(({ underWay }) => underWay)))],
	['Waited', milliseconds],
	['Turns at most', (group) => count(Math.max(...group.map(({ turns }) => turns)))],
];

/** Writes what waited as a Markdown table: the mean, and in brackets the worst. */
export function besideTable(waited: readonly Waited[]): string {
	const groups = new Map<string, Waited[]>();
	for (const one of waited) {
		const key = `${one.latency} ${one.what} ${one.isAlone}`;
		groups.set(key, [...(groups.get(key) ?? []), one]);
	}
	return toTable(columns, [...groups.values()]);
}
