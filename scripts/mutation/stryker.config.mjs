// A mutant that survives forty random loads is told by a better test, and not by four hundred.
process.env.FAST_CHECK_RUNS ??= '40';

/**
 * Mutation testing of the bulk engine, of the expressions that are compiled for it, and of what every response passes: whether a test fails when a line of it is changed. `npm run mutation` takes
 * over an hour on two cores; `npm run mutation -- --mutate bulk/clean/phone/cleanPhone.ts` looks at one file.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
	mutate: ['bulk/**/*.ts', 'n8n/form/columns/expressions/*.ts', 'n8n/client/{secret,transport}.ts'],
	ignorePatterns: ['dist', 'docs', 'examples', 'test-results', '.n8n-host*', '.n8n-demo'],
	plugins: ['@stryker-mutator/jest-runner'],
	testRunner: 'jest',
	jest: { projectType: 'custom', configFile: 'scripts/mutation/jest.config.js' },
	coverageAnalysis: 'perTest',
	concurrency: 2,
	timeoutMS: 20_000,
	reporters: ['clear-text', 'progress-append-only', 'json'],
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	jsonReporter: { fileName: 'test-results/mutation.json' },
	incrementalFile: 'test-results/mutation-incremental.json',
	tempDirName: 'test-results/mutation',
	thresholds: { high: 95, low: 85, break: 85 },
};
