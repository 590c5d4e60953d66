import tseslint from 'typescript-eslint';
import { buildScanConfig } from '@n8n/scan-community-package/scanner/scanner.mjs';

/** What is published, or bundled into it, obeys n8n's own scan; everything else an ordinary strict set. */
const published = [
	'package.json',
	'packages/*/package.json',
	'{nodes,credentials,bulk,n8n}/**/*.ts',
	'packages/*/{nodes,credentials}/**/*.ts',
];

const n8nScan = (await buildScanConfig()).map((config) => ({
	...config,
	files: published.flatMap((pattern) => (config.files ?? ['**/*']).map((ofRule) => [pattern, ofRule].flat())),
}));

export default tseslint.config(
	{
		ignores: [
			'**/dist/**',
			'.n8n-host/**',
			'.n8n-demo/**',
			'test-results/**',
			'**/node_modules/**',
			'examples/**',
			'docs/**',
		],
	},
	...n8nScan,
	{
		files: ['**/*.ts'],
		extends: [...tseslint.configs.strict],
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/no-unnecessary-type-assertion': 'error',
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true },
			],
		},
	},
);
