import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { repository } from '../repository';

export interface Counts {
	passed: number;
	failed: number;
}

/** A step of `npm test`; `run` tells how many tests passed and failed, a check without tests counts only if it fails. */
export interface Step {
	name: string;
	run(): Promise<Counts>;
}

const jestReport = z.object({
	numPassedTests: z.number(),
	numFailedTests: z.number(),
	numRuntimeErrorTestSuites: z.number(),
});

function runVisibly(command: string, args: string[]): Promise<boolean> {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { cwd: repository, stdio: ['ignore', 'inherit', 'inherit'] });
		child.once('error', reject);
		child.once('close', (code) => resolve(code === 0));
	});
}

/** A program that is content when it ends with 0, e.g. `check('types', 'typescript/bin/tsc')`. */
export function check(name: string, program: string, ...args: string[]): Step {
	const file = join(repository, 'node_modules', program);
	return {
		name,
		run: async () => ({ passed: 0, failed: (await runVisibly(process.execPath, [file, ...args])) ? 0 : 1 }),
	};
}

/** A script of package.json. */
export function script(name: string): Step {
	return {
		name,
		run: async () => ({ passed: 0, failed: (await runVisibly('npm', ['run', '--silent', name])) ? 0 : 1 }),
	};
}

/**
 * Tests of some of jest's projects. A suite that cannot be loaded counts as a failed test.
 * @param before runs first, e.g. to install what the tests need
 */
export function tests(projects: string[], args: string[] = [], before?: () => Promise<void>): Step {
	const name = `${projects.join(' and ')} tests`;
	return {
		name,
		run: async () => {
			await before?.();
			const folder = join(repository, 'test-results');
			const report = join(folder, `${projects.join('-')}.json`);
			mkdirSync(folder, { recursive: true });
			rmSync(report, { force: true });
			const jest = join(repository, 'node_modules', 'jest', 'bin', 'jest.js');
			const options = [
				'--selectProjects',
				...projects,
				'--passWithNoTests',
				'--json',
				`--outputFile=${report}`,
			];
			const good = await runVisibly(process.execPath, [jest, ...options, ...args]);
			const seen = jestReport.parse(JSON.parse(readFileSync(report, 'utf8')));
			const failed = seen.numFailedTests + seen.numRuntimeErrorTestSuites;
			return { passed: seen.numPassedTests, failed: good ? failed : Math.max(1, failed) };
		},
	};
}
