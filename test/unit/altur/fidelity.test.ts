import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../../../scripts/repository';
import { titlesOfTests } from './testTitles';
import { vendorFields } from './vendorFields';

/** A row of a table: what its first cell names in code marks, and the tests that its last cell refers to. */
interface Row {
	names: string[];
	tests: string[];
}

const lines = readFileSync(join(repository, 'docs', 'fidelity.md'), 'utf8').split('\n');

function rowsBySection(): Map<string, Row[]> {
	const sections = new Map<string, Row[]>();
	let rows: Row[] = [];
	for (const line of lines) {
		const heading = /^## (.*)$/.exec(line)?.[1];
		if (heading !== undefined) sections.set(heading, (rows = []));
		const cells = line.startsWith('| ') ? line.split(/(?<!\\)\|/).slice(1, -1) : [];
		const names = [...(cells[0] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
		const tests = [...(cells.at(-1) ?? '').matchAll(/\b([A-Z]{1,2}\d+)\b/g)].map((match) => match[1] ?? '');
		if (names.length > 0) rows.push({ names, tests });
	}
	return sections;
}

/** The list at the end: `- C1 [file](path): title`. */
const tests = new Map(
	lines.flatMap((line) => {
		const match = /^- ([A-Z]{1,2}\d+) \[[^\]]*\]\(\.\.\/([^)]+)\): (.+)$/.exec(line);
		return match ? [[match[1] ?? '', { file: match[2] ?? '', title: match[3] ?? '' }] as const] : [];
	}),
);

const sections = rowsBySection();

describe('docs/fidelity.md', () => {
	it.each(Object.keys(vendorFields))(
		'has a row for every field, code and status of the page "%s"',
		(page) => {
			const named = new Set(sections.get(page)?.flatMap(({ names }) => names));
			expect(vendorFields[page]?.filter((field) => !named.has(field))).toEqual([]);
		},
	);

	it('names for every row of a page a test that is in its list', () => {
		const unproven = Object.keys(vendorFields).flatMap((page) =>
			(sections.get(page) ?? [])
				.filter((row) => row.tests.length === 0 || row.tests.some((id) => !tests.has(id)))
				.map(({ names }) => `${page}: ${names.join(', ')}`),
		);
		expect(unproven).toEqual([]);
	});

	it('lists only tests that exist and run, by their titles', () => {
		const running = new Map(
			[...new Set([...tests.values()].map(({ file }) => file))].map((file) => {
				const path = join(repository, file);
				return [file, existsSync(path) ? titlesOfTests(readFileSync(path, 'utf8')) : []] as const;
			}),
		);
		const missing = [...tests].filter(([, { file, title }]) => !running.get(file)?.includes(title));
		expect(tests.size).toBeGreaterThan(20);
		expect(missing).toEqual([]);
	});
});
