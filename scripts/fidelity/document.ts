import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../repository';

/** A row of a table of docs/engineering/fidelity.md: what its first two cells name in code marks, and the tests of its last cell. */
export interface Row {
	section: string;
	names: string[];
	tests: string[];
}

/** A test of the list at the end of docs/engineering/fidelity.md: its file from the repository's root, and its title as it is written. */
export interface ListedTest {
	file: string;
	title: string;
}

/** What docs/engineering/fidelity.md says: the rows of its tables, and its list of tests by their marks, such as `C1`. */
export function readFidelity(): { rows: Row[]; tests: Map<string, ListedTest> } {
	const rows: Row[] = [];
	const tests = new Map<string, ListedTest>();
	let section = '';
	for (const line of readFileSync(join(repository, 'docs', 'engineering', 'fidelity.md'), 'utf8').split(
		'\n',
	)) {
		section = /^## (.*)$/.exec(line)?.[1] ?? section;
		const cells = line.startsWith('| ') ? line.split(/(?<!\\)\|/).slice(1, -1) : [];
		const names = matchesOf(/`([^`]+)`/g, cells.slice(0, 2).join());
		if (names.length > 0)
			rows.push({ section, names, tests: matchesOf(/\b([A-Z]{1,2}\d+)\b/g, cells.at(-1) ?? '') });
		const [, mark, file, title] =
			/^- ([A-Z]{1,2}\d+) \[[^\]]*\]\(\.\.\/\.\.\/([^)]+)\): (.+)$/.exec(line) ?? [];
		if (!mark || !file || !title) continue;
		if (tests.has(mark)) throw new Error(`docs/engineering/fidelity.md lists two tests as ${mark}.`);
		tests.set(mark, { file, title });
	}
	return { rows, tests };
}

function matchesOf(pattern: RegExp, text: string): string[] {
	return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}
