import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageFolders } from '../../../scripts/packageFolders';
import { repository } from '../../../scripts/repository';
import { manifestFlaws, packedFlaws } from '../../../scripts/verification/manifest';
import { numberedUnder, readmeFlaws, releaseFlaws } from '../../../scripts/verification/papers';

const read = (...path: string[]) => readFileSync(join(...path), 'utf8');
const fields = z.record(z.unknown());
const manifestOf = (folder: string) => fields.parse(JSON.parse(read(folder, 'package.json')));
const manifest = manifestOf(repository);
const tags = ['v', 'octopush-v', 'oliai-v'];
const workflow = read(repository, '.github', 'workflows', 'release.yml');

describe('What n8n asks of a package that it verifies', () => {
	it.each(packageFolders().map((folder) => [folder.slice(repository.length) || '/', folder] as const))(
		'is kept by package.json and README of %s',
		(_, folder) => {
			expect(manifestFlaws(manifestOf(folder))).toEqual([]);
			expect(readmeFlaws(read(folder, 'README.md'))).toEqual([]);
		},
	);

	it.each([
		['name', 'altur-for-n8n'],
		['keywords', ['n8n']],
		['license', 'Apache-2.0'],
		['author', { name: 'Somebody' }],
		['repository', { type: 'git', url: 'git+https://github.com/somebody/else.git' }],
		['repository', { ...fields.parse(manifest.repository), directory: 'packages/altur' }],
		['dependencies', { lodash: '^4.0.0' }],
		['peerDependencies', { 'n8n-workflow': '^2.0.0' }],
		['files', ['dist', 'scripts']],
		['scripts', { postinstall: 'node steal.js' }],
		['n8n', { ...fields.parse(manifest.n8n), strict: false }],
	])('is broken by a package.json whose %s is %j', (field, value) => {
		const [flaw = '', ...others] = manifestFlaws({ ...manifest, [field]: value });
		expect(flaw).toContain(`package.json: ${field}`);
		expect(others).toEqual([]);
	});

	it('is broken by files that are too many or too few', () => {
		const { n8n } = z
			.object({ n8n: z.object({ nodes: z.array(z.string()), credentials: z.array(z.string()) }) })
			.parse(manifest);
		const whole = [
			'package.json',
			'README.md',
			'LICENSE.md',
			'dist/nodes/Altur/altur.svg',
			'dist/nodes/Altur/altur.dark.svg',
			...[...n8n.nodes, ...n8n.credentials].flatMap((file) => [file, file.replace(/\.js$/, '.json')]),
		];
		expect(packedFlaws(manifest, whole)).toEqual([]);
		expect(packedFlaws(manifest, [...whole, 'test/secret.txt'])).toEqual([
			'test/secret.txt would be published',
		]);
		for (const file of ['LICENSE.md', 'dist/credentials/AlturApi.credentials.js']) {
			const rest = whole.filter((one) => one !== file);
			expect(packedFlaws(manifest, rest)).toEqual([`${file} would not be published`]);
		}
		const light = whole.filter((file) => !file.endsWith('.dark.svg'));
		expect(new Set(packedFlaws(manifest, light))).toEqual(
			new Set(['dist/nodes/Altur has no icon for the dark theme']),
		);
	});

	it('is broken by a README without an example, and by a release without provenance', () => {
		const readme = read(repository, 'README.md').replace('## Examples', '## Pictures');
		expect(readmeFlaws(readme)).toEqual(['README.md: an example workflow is missing']);
		expect(releaseFlaws(workflow, tags)).toEqual([]);
		expect(releaseFlaws(workflow.replace('--provenance ', ''), tags)).toEqual([
			'release.yml publishes without --provenance',
		]);
		expect(releaseFlaws(workflow, ['v', 'other-v'])).toEqual(['release.yml knows no tag other-v*']);
	});

	it('leaves to the owner what the guide numbers, each whole', () => {
		const guide = read(repository, 'docs', 'engineering', 'verification.md');
		const tasks = numberedUnder(guide, 'What only the owner can do');
		expect(tasks.length).toBeGreaterThan(5);
		expect(tasks.filter((task) => !/^[A-Z].*\.$/.test(task))).toEqual([]);
	});
});
