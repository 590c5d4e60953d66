import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packPackage } from '../n8n/pack';
import { packageFolders } from '../packageFolders';
import { repository } from '../repository';
import { script, tests } from '../test/step';
import { manifestFlaws, packedFlaws } from './manifest';
import { numberedUnder, readmeFlaws, releaseFlaws } from './papers';

const usage = `npm run verification -- [options]

  --without-pictures   leaves out n8n and the browser
  --help`;

const handIn = join(repository, 'test-results', 'verification');
const guide = join('docs', 'engineering', 'verification.md');

/** The tests in the editor that make the pictures, by the folder in `test-results/ui` into which they put them. */
const pictureFolders = ['first-campaign', 'octopush', 'oliai'];

interface Finding {
	what: string;
	/** Empty when it is ready. */
	flaws: string[];
}

const text = (...path: string[]) => readFileSync(join(repository, ...path), 'utf8');

/** Packs a package as npm would publish it, into the folder that is handed in. */
async function packedPackage(folder: string): Promise<Finding[]> {
	const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const tarball = await packPackage(folder, handIn);
	const files = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' })
		.trim()
		.split('\n')
		.map((file) => file.replace(/^package\//, ''));
	const name = basename(tarball);
	return [
		{ what: `${name}: package.json`, flaws: manifestFlaws(manifest) },
		{ what: `${name}: ${files.length} files`, flaws: packedFlaws(manifest, files) },
		{ what: `${name}: README`, flaws: readmeFlaws(readFileSync(join(folder, 'README.md'), 'utf8')) },
	];
}

async function stepOf(what: string, run: () => Promise<{ failed: number }>): Promise<Finding> {
	const { failed } = await run();
	return { what, flaws: failed === 0 ? [] : ['see above'] };
}

/** The way from the installation to the first success, in pictures. */
async function pictures(): Promise<Finding> {
	const made = await stepOf('pictures', tests(['ui'], ['--testPathPatterns', 'firstCampaign|newcomer']).run);
	for (const name of pictureFolders) {
		const folder = join(repository, 'test-results', 'ui', name);
		if (existsSync(folder)) cpSync(folder, join(handIn, name), { recursive: true });
		else made.flaws.push(`${name} has none: is there a Chromium, and an n8n?`);
	}
	return made;
}

async function main(): Promise<void> {
	const options = process.argv.slice(2);
	const unknown = options.filter((option) => !['--without-pictures', '--help'].includes(option));
	if (options.includes('--help') || unknown.length > 0) {
		console.log(usage);
		process.exitCode = unknown.length > 0 ? 1 : 0;
		return;
	}
	rmSync(handIn, { recursive: true, force: true });
	mkdirSync(handIn, { recursive: true });
	const findings: Finding[] = [];
	for (const name of ['build', 'lint', 'scan']) findings.push(await stepOf(name, script(name).run));
	for (const folder of packageFolders()) findings.push(...(await packedPackage(folder)));
	findings.push({
		what: 'release workflow',
		flaws: releaseFlaws(text('.github', 'workflows', 'release.yml'), ['v', 'octopush-v', 'oliai-v']),
	});
	if (!options.includes('--without-pictures')) findings.push(await pictures());

	console.log('');
	for (const { what, flaws } of findings) {
		console.log(`${flaws.length === 0 ? 'ready    ' : 'NOT ready'}  ${what}`);
		for (const flaw of flaws) console.log(`             ${flaw}`);
	}
	console.log(`\nTarballs and pictures: ${handIn}\n\nWhat only the owner can do (${guide}):\n`);
	numberedUnder(text(guide), 'What only the owner can do').forEach((task, index) => {
		console.log(`${index + 1}. ${task}`);
	});
	if (findings.some(({ flaws }) => flaws.length > 0)) process.exitCode = 1;
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
});
