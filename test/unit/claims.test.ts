import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../../scripts/repository';

const document = readFileSync(join(repository, 'docs', 'engineering', 'claims.md'), 'utf8');
const rows = document.split('\n').filter((line) => /^\| (?!---|Document )/.test(line));

/** Tests that a row names: the file from the repository's root, and the title. */
const testsIn = (row: string) =>
	[
		...row.matchAll(
			/\]\(\.\.\/\.\.\/([^)]+\.test\.ts)\)(?:: (.*?)(?=; | \||, and the tests|, from a|\. That))?/g,
		),
	].map(([, file = '', title = '']) => ({ file, title }));

describe('docs/engineering/claims.md', () => {
	it('says of every claim how it was seen', () => {
		expect(rows.length).toBeGreaterThan(40);
		const unseen = rows.filter((row) => testsIn(row).length === 0 && !/[Bb]y hand|by reading/.test(row));
		expect(unseen).toEqual([]);
	});

	it('names only tests that there are', () => {
		const missing = rows.flatMap(testsIn).filter(({ file, title }) => {
			const path = join(repository, file);
			return !existsSync(path) || !readFileSync(path, 'utf8').replaceAll("\\'", "'").includes(title);
		});
		expect(missing).toEqual([]);
	});
});
