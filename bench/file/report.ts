import { count, ratio, seconds, toTable, type Column } from '../markdown';
import type { FileRound } from './round';

const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MB`;

const columns: Array<Column<FileRound>> = [
	['Rows', ({ rows }) => count(rows)],
	['Way', ({ way }) => way],
	['Heap', ({ heapMegabytes }) => (heapMegabytes ? `${heapMegabytes} MB` : "Node's own")],
	['Outcome', ({ outcome }) => outcome],
	['First to last POST', ({ spanMs }) => seconds(spanMs)],
	['Ratio to the ideal', (round) => ratio(round.ratio)],
	['429s', ({ refused }) => count(refused)],
	['CPU', ({ cpuMs }) => seconds(cpuMs)],
	['Memory idle', ({ idleBytes }) => megabytes(idleBytes)],
	['Peak above it', ({ peakBytes, idleBytes }) => megabytes(peakBytes - idleBytes)],
	['Slowest `/healthz`', ({ slowestHealthMs }) => `${slowestHealthMs.toFixed(0)} ms`],
	['Record', ({ recordCharacters: size }) => (size === undefined ? '-' : `${count(size)} characters`)],
	['Rows stored', ({ stored }) => count(stored)],
	['Wrong lines in the results', ({ wrongLines }) => (wrongLines === undefined ? '-' : count(wrongLines))],
];

/** Writes what was loaded as a Markdown table. */
export function fileTable(rounds: readonly FileRound[]): string {
	return toTable(columns, rounds);
}
