import { count, ratio, seconds, toTable, type Column } from '../markdown';
import type { Round } from './round';

const columns: Array<Column<Round>> = [
	['Rows', ({ rows }) => count(rows)],
	['Contender', ({ contender, problem }) => (problem ? `${contender}: ${problem}` : contender)],
	['Nodes that do the job', ({ nodesMilliseconds }) => seconds(nodesMilliseconds)],
	['First to last POST', ({ spanMilliseconds }) => seconds(spanMilliseconds)],
	['Ratio to the ideal', (round) => ratio(round.ratio)],
	['Whole process', ({ wallMilliseconds }) => seconds(wallMilliseconds)],
	['CPU', ({ cpuMilliseconds }) => seconds(cpuMilliseconds)],
	['Peak memory', ({ peakBytes }) => `${Math.round(peakBytes / 2 ** 20)} MB`],
	['Requests', ({ requests }) => count(requests)],
	['429s', ({ throttled }) => count(throttled)],
	['Most in a second', ({ busiestSecond }) => count(busiestSecond)],
	['Rows stored', ({ stored }) => count(stored)],
	['Rows lost', ({ lost }) => count(lost)],
];

/** Writes the rounds as Markdown: a table for each latency. */
export function roundTables(rounds: readonly Round[]): string {
	const latencies = [...new Set(rounds.map(({ latency }) => latency))];
	return latencies
		.map((latency) => {
			const table = toTable(
				columns,
				rounds.filter((round) => round.latency === latency),
			);
			return `### Answers take ${latency}\n\n${table}`;
		})
		.join('\n');
}
