import { parseArgs } from 'node:util';
import { ensureN8nHost } from '../n8n-host/install';
import { withBrowser } from './browserTests';
import { type Counts, type Step, check, script, tests } from './step';

const fast: Step[] = [
	script('lint'),
	check('types', 'typescript/bin/tsc'),
	check('build', 'gulp/bin/gulp.js', 'build'),
	script('scan'),
	tests(['unit', 'engine']),
];

const installN8n = () => ensureN8nHost((line) => console.log(line));
/** One after the other, since each test file starts an n8n or a browser of its own. */
const real: Step[] = [
	tests(['n8n'], ['--runInBand', '--verbose'], installN8n),
	withBrowser(tests(['ui'], ['--runInBand', '--verbose'], installN8n)),
];

/** Runs the steps until one does not pass. */
async function runSteps(steps: Step[]): Promise<Counts> {
	const sum = { passed: 0, failed: 0 };
	for (const { name, run } of steps) {
		console.log(`\n== ${name}`);
		const start = Date.now();
		const { passed, failed } = await run();
		sum.passed += passed;
		sum.failed += failed;
		console.log(
			`== ${name}: ${failed === 0 ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - start) / 1000)} s`,
		);
		if (failed > 0) {
			console.log(`\nStopped at: ${name}.`);
			break;
		}
	}
	return sum;
}

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { fast: { type: 'boolean', default: false } } });
	const { passed, failed } = await runSteps(values.fast ? fast : [...fast, ...real]);
	console.log(`\n${passed} passed, ${failed} failed`);
	process.exitCode = failed === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : String(error));
	console.log('\n0 passed, 1 failed');
	process.exitCode = 1;
});
