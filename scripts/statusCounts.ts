import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { examplesFolder, mainExample } from './examples';
import { type ExecutionData, outputItems } from './n8n/runData';

const counts = z.object({
	rows: z.number(),
	created: z.number(),
	updated: z.number(),
	skipped_duplicate: z.number(),
	failed: z.number(),
});
type StatusCounts = z.infer<typeof counts>;

const callCounts = z.object({
	called: z.number(),
	converted: z.number(),
	answered: z.number(),
	voicemail: z.number(),
	failed: z.number(),
});
type CallCounts = z.infer<typeof callCounts>;

const expectedFile = (): unknown => JSON.parse(readFileSync(join(examplesFolder, 'expected.json'), 'utf8'));

/** What a run of the main example must give (`examples/expected.json`; worked out in scripts/contacts/sheet.ts). */
export function expectedCounts(): StatusCounts {
	return counts.parse(expectedFile());
}

/** What must come of the calls to the people of the sheet (in the same file; worked out in scripts/contacts/calls.ts). */
export function expectedCallCounts(): CallCounts {
	return z.object({ calls: callCounts }).parse(expectedFile()).calls;
}

/** What a run of the main example gave: rows read, and items that left each of the node's four outputs. */
export function statusCounts(data: ExecutionData): StatusCounts {
	const leaving = (output: number) => outputItems(data, mainExample.altur, output).length;
	return {
		rows: outputItems(data, mainExample.rows).length,
		created: leaving(0),
		updated: leaving(1),
		skipped_duplicate: leaving(2),
		failed: leaving(3),
	};
}

/**
 * A table of counts beside the expected ones.
 * @returns the table, and a sentence for each number that is not the expected one
 */
export function compareCounts(
	seen: Record<string, number>,
	wanted: Record<string, number>,
): { table: string; differences: string[] } {
	const number = (value: number | undefined) => (value ?? 0).toLocaleString('en').padStart(10);
	const lines = Object.keys(wanted).map(
		(name) => `  ${name.padEnd(28)}${number(seen[name])}${number(wanted[name])}`,
	);
	const differences = Object.keys(wanted)
		.filter((name) => seen[name] !== wanted[name])
		.map((name) => `${name}: ${seen[name] ?? 0}, expected ${wanted[name] ?? 0}.`);
	return {
		table: [`  ${''.padEnd(28)}${'seen'.padStart(10)}${'expected'.padStart(10)}`, ...lines].join('\n'),
		differences,
	};
}
