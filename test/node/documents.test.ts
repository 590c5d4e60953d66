import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { npm } from '../../scripts/n8n-host/npm';
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
	/** The headings of a document, as links name them. */
	const headingsOf = (file: string) =>
		[...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
			heading
				.toLowerCase()
				.replace(/[^\p{L}\p{N} _-]/gu, '')
				.replaceAll(' ', '-'),
		);
	const jsonIn = (file: string) => blocks(file, 'json[a-z ]*');

	it('link to each other, name npm scripts and show JSON, or the tests below would look at nothing', () => {
		expect(documents.filter((file) => linksIn(file).length > 0)).toContain('README.md');
		expect(documents.filter((file) => scriptsIn(file).length > 0)).toContain('CONTRIBUTING.md');
		expect(documents.filter((file) => jsonIn(file).length > 0)).toContain('README.md');
	});

	it.each(documents)('%s links to nothing that is missing', (file) => {
		expect(linksIn(file).filter((link) => !existsSync(join(dirname(file), link)))).toEqual([]);
	});

	it.each(documents)('%s links to nothing of this repository on GitHub that is missing', (file) => {
		const onGitHub =
			/https:\/\/(?:github\.com|raw\.githubusercontent\.com)\/n8n-nodes-altur\/n8n-nodes-altur\/(?:blob\/|tree\/)?main\/([^)#\s]+)/g;
		const linked = [...read(file).matchAll(onGitHub)].map(([, path = '']) => path);
		expect(linked.filter((path) => !existsSync(path))).toEqual([]);
	});

	it.each(documents)('%s names only headings that there are, where it links to one', (file) => {
		const links = [...read(file).matchAll(/\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)/g)];
		const missing = links.filter(([, path = '', heading = '']) => {
			const target = path === '' ? file : join(dirname(file), path);
			return !target.endsWith('.md') || !headingsOf(target).includes(heading);
		});
		expect(missing.map(([link]) => link)).toEqual([]);
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
	it('says how large the package is', async () => {
		const [packed] = z
			.array(z.object({ size: z.number(), unpackedSize: z.number() }))
			.parse(JSON.parse(await npm(['pack', '--dry-run', '--json'], { cwd: process.cwd() })));
		const [, size, unpackedSize] = /\| (\d+) kB packed, (\d+) kB unpacked \|/.exec(read('README.md')) ?? [];
		// A tenth more or less is the same to a person.
		expect(Math.abs((packed?.size ?? 0) / 1000 / Number(size) - 1)).toBeLessThan(0.1);
		expect(Math.abs((packed?.unpackedSize ?? 0) / 1000 / Number(unpackedSize) - 1)).toBeLessThan(0.1);
	});

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
