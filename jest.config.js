const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

// n8n-core writes <N8N_USER_FOLDER>/.n8n/config when it is first used, and logs every failed node.
process.env.N8N_USER_FOLDER ??= mkdtempSync(join(tmpdir(), 'n8n-test-'));
process.env.N8N_ENCRYPTION_KEY ??= 'test-encryption-key';
process.env.N8N_LOG_LEVEL ??= 'silent';

const shared = {
	testEnvironment: 'node',
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{
				jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } },
				module: { type: 'commonjs' },
			},
		],
	},
	// The built package and n8n-core must share one copy, or `instanceof NodeApiError` is false.
	moduleNameMapper: { '^n8n-workflow$': require.resolve('n8n-workflow') },
	modulePathIgnorePatterns: [
		'<rootDir>/dist',
		'<rootDir>/.n8n-host',
		'<rootDir>/.n8n-demo',
		'<rootDir>/test-results',
	],
};

/** One project per kind of proof; `jest --selectProjects unit node` leaves out the real n8n. */
const project = (name, more = {}) => ({
	...shared,
	displayName: name,
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`, `<rootDir>/packages/*/test/${name}/**/*.test.ts`],
	...more,
});

/** These run what is built, which must not be older than the source. */
const ofTheBuild = { globalSetup: '<rootDir>/test/builtPackages.ts' };

const oneN8nForAll = {
	globalSetup: '<rootDir>/test/ui/harness/globalSetup.ts',
	globalTeardown: '<rootDir>/test/ui/harness/globalTeardown.ts',
};

module.exports = {
	// A busy machine may take a minute for what takes a moment on a quiet one.
	testTimeout: 60_000,
	projects: [
		project('unit'),
		project('node', ofTheBuild),
		project('server', ofTheBuild),
		project('ui', oneN8nForAll),
	],
};
