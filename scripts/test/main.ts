import { NoDatabaseDriverError } from '../n8n-host/databaseDriver';
import { ensureN8nHost } from '../n8n-host/install';
import { add, closingLine, type Counts, none, skippedIsFailed } from './counts';
import { readOptions, usage } from './options';
import { check, keptPromises, script, type Step, tests } from './step';

const fast: Step[] = [
	script('lint'),
	check('types', 'typescript/bin/tsc'),
	check('build', 'gulp/bin/gulp.js', 'build'),
	script('scan'),
	tests(['unit', 'node']),
	keptPromises(['unit', 'node']),
];

async function installN8n(): Promise<void> {
	try {
		await ensureN8nHost((line) => console.log(line));
	} catch (error) {
		if (!(error instanceof NoDatabaseDriverError)) throw error;
		// The tests that need n8n are skipped by name.
		console.log(error.message);
	}
}
/** One after the other, since each test file starts an n8n or a browser of its own. */
const real: Step[] = [
	tests(['server'], ['--runInBand', '--verbose'], installN8n),
	tests(['ui'], ['--runInBand', '--verbose'], installN8n),
];

/** In CI nobody reads along, so what was skipped there counts as failed. */
const isStrict = process.env.CI === 'true';

/** Runs the steps until one does not pass. */
async function runSteps(steps: Step[]): Promise<Counts> {
	let sum = none;
	for (const { name, run } of steps) {
		console.log(`\n== ${name}`);
		const start = Date.now();
		const counts = await run();
		const { failed, skipped } = isStrict ? skippedIsFailed(counts) : counts;
		sum = add(sum, counts);
		const left = skipped.length === 0 ? '' : `, ${skipped.length} skipped`;
		console.log(
			`== ${name}: ${failed === 0 ? 'passed' : 'FAILED'}${left} in ${Math.round((Date.now() - start) / 1000)} s`,
		);
		if (failed > 0) {
			console.log(`\nStopped at: ${name}.`);
			break;
		}
	}
	return sum;
}

function tellSkipped({ skipped }: Counts): void {
	if (skipped.length === 0) return;
	console.log(isStrict ? '\nSkipped, which is a failure in CI:' : '\nSkipped:');
	for (const name of skipped) console.log(`  ${name}`);
}

async function main(): Promise<void> {
	const options = readOptions(process.argv.slice(2));
	if (options.help) {
		console.log(usage);
		return;
	}
	const counts = await runSteps(options.fast ? fast : [...fast, ...real]);
	tellSkipped(counts);
	const told = isStrict ? skippedIsFailed(counts) : counts;
	console.log(`\n${closingLine(told)}`);
	process.exitCode = told.failed === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : String(error));
	console.log('\n0 passed, 1 failed');
	process.exitCode = 1;
});
