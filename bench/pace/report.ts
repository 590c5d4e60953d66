import type { Summary } from './measure';

/** Scenarios of one kind, with what came of them. */
export interface Section {
	title: string;
	rows: Array<{ name: string; summary: Summary }>;
}

const preamble = (seeds: number) => `# The pace, simulated

Made by \`npm run bench:pace\`: the real load and the real pacer of each process, on a clock that lets minutes pass at once,
against models of a service that allows 12 requests a second. Every figure is the mean of ${seeds} runs with other chance, and
the worst of them behind it. None of these runs was used to choose the constants of the pace.

- **Time** is from the first to the last accepted request, by when they left, divided by the time that so many take when they
  leave evenly at the rate that is there for them. 1.00 is a service kept exactly busy.
- **Refused** is the part of all requests that was answered with 429, and sent again after \`Retry-After\`, which the service
  rounds up to whole seconds as Django does.
- **Tries** are those of the request that needed the most.
- A request travels to the service, is counted there, is worked on, and its answer travels back. The work takes 0.4 s at the
  median with a log-normal spread of 0.3, requests travel 5 to 30 ms, the first of a process 50 ms more, and the limit is a
  sliding window that does not count what it refuses, unless a line says otherwise.
- No row was lost in any of these runs, or this page would not have been written.

![Accepted requests of each process by second](pace.svg)

How it works: [the pace of the bulk engine](../../bulk/README.md#the-pace).
`;

const percent = (part: number) => `${(part * 100).toFixed(1)} %`;

function toLine({ name, summary: { mean, worst } }: Section['rows'][number]): string {
	const cells = [
		name,
		`${mean.ratio.toFixed(2)} (${worst.ratio.toFixed(2)})`,
		`${percent(mean.refused)} (${percent(worst.refused)})`,
		String(worst.mostAttempts),
	];
	return `| ${cells.join(' | ')} |`;
}

/** Writes what came of all scenarios as a page. */
export function toPage(sections: readonly Section[], seeds: number): string {
	const tables = sections.map(({ title, rows }) =>
		[`## ${title}\n`, '| | Time | Refused | Tries |\n| --- | --- | --- | --- |', ...rows.map(toLine)].join(
			'\n',
		),
	);
	return (
		[preamble(seeds), ...tables]
			.join('\n')
			.replace(/\n## /g, '\n\n## ')
			.replace(/\n{3,}/g, '\n\n') + '\n'
	);
}
