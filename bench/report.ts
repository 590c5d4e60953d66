import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { nodeForN8n, n8nScript } from '../scripts/n8n-host/folder';
import type { Round } from './round';

const seconds = (milliseconds: number) =>
	Number.isNaN(milliseconds) ? '-' : `${(milliseconds / 1000).toFixed(2)} s`;
const count = (value: number) => new Intl.NumberFormat('en').format(value);

const columns: Array<[title: string, cell: (round: Round) => string]> = [
	['Rows', ({ rows }) => count(rows)],
	['Contender', ({ contender, problem }) => (problem ? `${contender}: ${problem}` : contender)],
	['Nodes that do the job', ({ nodesMilliseconds }) => seconds(nodesMilliseconds)],
	['First to last POST', ({ spanMilliseconds }) => seconds(spanMilliseconds)],
	['Whole process', ({ wallMilliseconds }) => seconds(wallMilliseconds)],
	['CPU', ({ cpuMilliseconds }) => seconds(cpuMilliseconds)],
	['Peak memory', ({ peakBytes }) => `${Math.round(peakBytes / 2 ** 20)} MB`],
	['Requests', ({ requests }) => count(requests)],
	['429s', ({ throttled }) => count(throttled)],
	['Most in a second', ({ busiestSecond }) => count(busiestSecond)],
	['Rows stored', ({ stored }) => count(stored)],
	['Rows lost', ({ lost }) => count(lost)],
];

const preamble = () => `# Benchmarks

Made by \`npm run bench\`, all in one run, the contenders taking turns. Altur is the sandbox of this repository, a process
of its own with 200 ms latency that enforces 12 requests in any second; n8n is real, each run a fresh \`n8n execute\`.
"Nodes that do the job" is what n8n recorded for the nodes between the rows and the results; "Whole process" includes
the start of n8n and the making of the rows. CPU and memory are those of the n8n process.

How the pace fares with slow answers, several processes and other limits: [simulated](pace.md).

Machine: ${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB. n8n ${n8nVersion()}, Node ${execFileSync(nodeForN8n(), ['--version'], { encoding: 'utf8' }).trim()}.

![Seconds and memory by number of rows](benchmarks.svg)

`;

function n8nVersion(): string {
	return execFileSync(nodeForN8n(), [n8nScript, '--version'], { encoding: 'utf8' }).trim();
}

/** Writes the rounds as a Markdown table. */
export function toMarkdown(rounds: readonly Round[], { withPreamble = false } = {}): string {
	const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
	const table = [
		line(columns.map(([title]) => title)),
		line(columns.map(() => '---')),
		...rounds.map((round) => line(columns.map(([, cell]) => cell(round)))),
	].join('\n');
	return `${withPreamble ? preamble() : ''}${table}\n`;
}
