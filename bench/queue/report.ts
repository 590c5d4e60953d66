import { count, percent, ratio, seconds, toTable, type Column } from '../markdown';
import type { QueueRound } from './round';

/** The rounds with so many workers. */
type Group = readonly QueueRound[];

const over = (group: Group, figure: (round: QueueRound) => number, write: (value: number) => string) => {
	const values = group.map(figure);
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	return `${write(mean)} (${write(Math.max(...values))})`;
};

const columns: Array<Column<Group>> = [
	['Workers', ([round]) => count(round?.workers ?? 0)],
	['Rows each', ([round]) => count(round?.rowsEach ?? 0)],
	['Requests each', ([round]) => count(round?.requestsEach ?? 0)],
	['Runs', (group) => count(group.length)],
	['Ratio to the ideal', (group) => over(group, (round) => round.ratio, ratio)],
	['Refused', (group) => over(group, ({ refused }) => refused, percent)],
	['Most attempts of a request', (group) => count(Math.max(...group.map((round) => round.mostAttempts)))],
	['Rows lost', (group) => count(Math.max(...group.map(({ lost }) => lost)))],
	['Began within', (group) => seconds(Math.max(...group.map(({ apartMilliseconds }) => apartMilliseconds)))],
];

/** Writes the rounds as a Markdown table: a line for each number of workers and of requests, the mean and in brackets the worst. */
export function queueTable(rounds: readonly QueueRound[]): string {
	const groups = new Map<string, QueueRound[]>();
	for (const round of rounds) {
		const key = `${round.workers} x ${round.requestsEach}`;
		groups.set(key, [...(groups.get(key) ?? []), round]);
	}
	return toTable(columns, [...groups.values()]);
}
