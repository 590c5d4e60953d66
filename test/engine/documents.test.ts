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
	it.each(documents)('%s links to nothing that is missing', (file) => {
		const links = [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
			(match) => match[1] ?? '',
		);
		expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([]);
	});

	it.each(documents)('%s names only npm scripts that there are', (file) => {
		const scripts = Object.keys(
			z.object({ scripts: z.record(z.string()) }).parse(JSON.parse(read('package.json'))).scripts,
		);
		const named = [...read(file).matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? '');
		expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
	});

	it.each(documents)('%s holds no JSON that cannot be read', (file) => {
		for (const block of blocks(file, 'json[a-z ]*')) expect(() => JSON.parse(block)).not.toThrow();
	});
});

describe('The README', () => {
	it('shows results as the node gives them', async () => {
		const bench = await AlturBench.start();
		try {
			const { id } = bench.sandbox.addCampaign();
			const [input] = blocks('README.md', 'json input').map((block) => row.parse(JSON.parse(block)));
			const rows = [{ json: { ...input } }, { json: { phone: 'abc', name: 'Sin número', id: 'crm-18' } }];
			const { items } = await bench.run(rows, addParameters(id));
			const shown = blocks('README.md', 'json output').map((block): unknown => JSON.parse(block));
			expect(jsonOf(items('Altur'))).toEqual(shown);
		} finally {
			await bench.stop();
		}
	});
});
