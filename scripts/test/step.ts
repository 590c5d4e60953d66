import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repository } from '../repository';
import { type Counts, none } from './counts';
import { readFidelity } from '../fidelity/document';
import { brokenPromises } from '../fidelity/promises';
import { readJestReport, readRanTests } from './jestReport';

/** A step of `npm test`; `run` tells what became of its tests, a check without tests counts only if it fails. */
export interface Step {
	name: string;
	run(): Promise<Counts>;
}

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
		run: async () => ({ ...none, failed: (await runVisibly(process.execPath, [file, ...args])) ? 0 : 1 }),
	};
}

/** A script of package.json. */
export function script(name: string): Step {
	return {
		name,
		run: async () => ({ ...none, failed: (await runVisibly('npm', ['run', '--silent', name])) ? 0 : 1 }),
	};
}

/**
 * Tests of some of jest's projects, each of which must have some.
 * @param before runs first, e.g. to install what the tests need
 */
export function tests(projects: string[], args: string[] = [], before?: () => Promise<void>): Step {
	const name = `${projects.join(' and ')} tests`;
	return {
		name,
		run: async () => {
			await before?.();
			const report = reportOf(projects);
			mkdirSync(dirname(report), { recursive: true });
			rmSync(report, { force: true });
			const jest = join(repository, 'node_modules', 'jest', 'bin', 'jest.js');
			const options = ['--selectProjects', ...projects, '--json', `--outputFile=${report}`];
			const good = await runVisibly(process.execPath, [jest, ...options, ...args]);
			// Without a report jest did not come as far as the tests; it has said why.
			if (!existsSync(report)) return { ...none, failed: 1 };
			const { problems, ...counts } = readJestReport(readFileSync(report, 'utf8'), projects);
			for (const problem of problems) console.log(problem);
			return { ...counts, failed: good ? counts.failed : Math.max(1, counts.failed) };
		},
	};
}

/** Where jest writes what became of the tests of these projects. */
function reportOf(projects: readonly string[]): string {
	return join(repository, 'test-results', `${projects.join('-')}.json`);
}

/**
 * Looks whether the tests that docs/engineering/fidelity.md refers to have run and passed.
 * @param projects that were run before, together
 */
export function keptPromises(projects: readonly string[]): Step {
	return {
		name: 'promises of docs/engineering/fidelity.md',
		run: async () => {
			const { rows, tests: listed } = readFidelity();
			const ran = readRanTests(readFileSync(reportOf(projects), 'utf8'), repository);
			const broken = brokenPromises(rows, listed, ran);
			for (const promise of broken) console.log(promise);
			return { ...none, failed: broken.length };
		},
	};
}
