import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AlturBench, addParameters, jsonOf } from './harness/altur';

const read = (file: string) => readFileSync(file, 'utf8');
const documents = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' }).trim().split('\n');
const row = z.record(z.union([z.string(), z.number(), z.null()]));

/** The fenced blocks of a document whose fence begins with these words. */
const blocks = (file: string, fence: string) =>
	[...read(file).matchAll(new RegExp(`^\`\`\`${fence}\\n(.*?)^\`\`\``, 'gms'))].map(
		(match) => match[1] ?? '',
	);

describe('The documents', () => {
	/** Links to files of this repository, as they are written. */
	const linksIn = (file: string) =>
		[...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => match[1] ?? '');
	const scriptsIn = (file: string) =>
		[...read(file).matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? '');
	const jsonIn = (file: string) => blocks(file, 'json[a-z ]*');

	it('link to each other, name npm scripts and show JSON, or the tests below would look at nothing', () => {
		expect(documents.filter((file) => linksIn(file).length > 0)).toContain('README.md');
		expect(documents.filter((file) => scriptsIn(file).length > 0)).toContain('CONTRIBUTING.md');
		expect(documents.filter((file) => jsonIn(file).length > 0)).toContain('README.md');
	});

	it.each(documents)('%s links to nothing that is missing', (file) => {
		expect(linksIn(file).filter((link) => !existsSync(join(dirname(file), link)))).toEqual([]);
	});

	it.each(documents)('%s names only npm scripts that there are', (file) => {
		const scripts = Object.keys(
			z.object({ scripts: z.record(z.string()) }).parse(JSON.parse(read('package.json'))).scripts,
		);
		expect(scriptsIn(file).filter((name) => !scripts.includes(name))).toEqual([]);
	});

	it.each(documents)('%s marks every block of JSON as such, and each can be read', (file) => {
		const looksLikeJson = blocks(file, '[^\\n]*').filter((block) => /^\s*[[{]/.test(block));
		expect(jsonIn(file)).toEqual(expect.arrayContaining(looksLikeJson));
		for (const block of jsonIn(file)) expect(() => JSON.parse(block)).not.toThrow();
	});
});

describe('The README', () => {
	it('shows results as the node gives them', async () => {
		const bench = await AlturBench.start();
		try {
			const { id } = bench.sandbox.addCampaign();
			const inputs = blocks('README.md', 'json input').map((block) => row.parse(JSON.parse(block)));
			expect(inputs).toHaveLength(1);
			const rows = [{ json: { ...inputs[0] } }, { json: { phone: 'abc', name: 'Sin número', id: 'crm-18' } }];
			const { items } = await bench.run(rows, addParameters(id));
			const shown = blocks('README.md', 'json output').map((block): unknown => JSON.parse(block));
			expect(jsonOf(items('Altur'))).toEqual(shown);
		} finally {
			await bench.stop();
		}
	});
});
