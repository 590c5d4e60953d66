import { relative } from 'node:path';
import { z } from 'zod';
import type { RanTest } from '../fidelity/promises';
import type { Counts } from './counts';

const report = z.object({
	numPassedTests: z.number(),
	numFailedTests: z.number(),
	numRuntimeErrorTestSuites: z.number(),
	testResults: z.array(
		z.object({
			name: z.string(),
			assertionResults: z.array(z.object({ title: z.string(), fullName: z.string(), status: z.string() })),
		}),
	),
});

/** Other words of jest for a test that did not run. */
const ran = ['passed', 'failed'];

/**
 * Reads what jest writes with `--json`. A suite that cannot be loaded counts as a failed test, and so does a project
 * of which no file was found.
 *
 * @param projects that were to be run, by the names of their folders below `test`
 * @returns the counts, and a sentence for each project without tests
 */
export function readJestReport(json: string, projects: readonly string[]): Counts & { problems: string[] } {
	const { testResults, ...numbers } = report.parse(JSON.parse(json));
	const files = testResults.map(({ name }) => name.replaceAll('\\', '/'));
	const problems = projects
		.filter((project) => !files.some((file) => file.includes(`/test/${project}/`)))
		.map((project) => `The project "${project}" has no tests.`);
	const skipped = testResults.flatMap(({ assertionResults }) =>
		assertionResults.filter(({ status }) => !ran.includes(status)).map(({ fullName }) => fullName),
	);
	return {
		passed: numbers.numPassedTests,
		failed: numbers.numFailedTests + numbers.numRuntimeErrorTestSuites + problems.length,
		skipped,
		problems,
	};
}

/** The tests that ran, by their files from the repository's root. */
export function readRanTests(json: string, root: string): RanTest[] {
	return report.parse(JSON.parse(json)).testResults.flatMap(({ name, assertionResults }) =>
		assertionResults.map(({ title, status }) => ({
			file: relative(root, name).replaceAll('\\', '/'),
			title,
			passed: status === 'passed',
		})),
	);
}
