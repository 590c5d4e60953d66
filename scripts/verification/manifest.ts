import { z } from 'zod';

/** Where all packages of this repository come from. */
const repositoryUrl = 'git+https://github.com/n8n-nodes-altur/n8n-nodes-altur.git';

const allowedScripts = ['prepublishOnly'];
/** npm runs these by itself when somebody installs a package; n8n refuses packages that have one. */
const lifecycleScripts = [
	'preinstall',
	'install',
	'postinstall',
	'prepare',
	'prepack',
	'postpack',
	'prepublish',
	'prepublishOnly',
	'publish',
	'postpublish',
];

/** What package.json must have, and nothing else in these places. */
const rules = z
	.object({
		name: z.string().regex(/^n8n-nodes-[a-z0-9-]+$/),
		version: z.string().regex(/^\d+\.\d+\.\d+$/),
		description: z.string().min(20),
		keywords: z.array(z.string()).refine((words) => words.includes('n8n-community-node-package'), {
			message: 'has to have n8n-community-node-package',
		}),
		license: z.literal('MIT'),
		homepage: z.string().url(),
		author: z.object({ name: z.string().min(1), email: z.string().email() }),
		repository: z.object({ type: z.literal('git'), url: z.literal(repositoryUrl) }).strict(),
		bugs: z.object({ url: z.string().url() }),
		files: z.tuple([z.literal('dist')]),
		peerDependencies: z.object({ 'n8n-workflow': z.literal('*') }).strict(),
		dependencies: z.undefined(),
		optionalDependencies: z.undefined(),
		bundledDependencies: z.undefined(),
		overrides: z.undefined(),
		scripts: z
			.record(z.string())
			.optional()
			.superRefine((scripts, context) => {
				for (const name of Object.keys(scripts ?? {})) {
					if (lifecycleScripts.includes(name) && !allowedScripts.includes(name)) {
						context.addIssue({ code: 'custom', path: [name], message: 'npm would run it by itself' });
					}
				}
			}),
		n8n: z.object({
			n8nNodesApiVersion: z.literal(1),
			strict: z.literal(true),
			nodes: z.array(z.string().regex(/^dist\/.*\.node\.js$/)).min(1),
			credentials: z.array(z.string().regex(/^dist\/.*\.credentials\.js$/)),
		}),
	})
	.passthrough();

/**
 * Looks whether a package.json is as n8n asks it of a package that it verifies.
 *
 * @returns a line for each thing that is not
 */
export function manifestFlaws(manifest: unknown): string[] {
	const { error } = rules.safeParse(manifest);
	return (error?.issues ?? []).map(({ path, message }) => `package.json: ${path.join('.')}: ${message}`);
}

const named = z.object({
	name: z.string(),
	n8n: z.object({ nodes: z.array(z.string()), credentials: z.array(z.string()) }),
});

/**
 * Looks at the files that npm would publish: nothing but the built package with its papers, and in it all that
 * package.json names.
 *
 * @param files their paths from the folder of the package
 * @returns a line for each file that is missing or too many
 */
export function packedFlaws(manifest: unknown, files: readonly string[]): string[] {
	const { n8n } = named.parse(manifest);
	const papers = ['package.json', 'README.md', 'LICENSE.md'];
	const wanted = [...papers, ...n8n.nodes, ...n8n.credentials];
	const icons = n8n.nodes.map((node) => node.slice(0, node.lastIndexOf('/')));
	return [
		...wanted.filter((file) => !files.includes(file)).map((file) => `${file} would not be published`),
		...files
			.filter((file) => !papers.includes(file) && !file.startsWith('dist/'))
			.map((file) => `${file} would be published`),
		...icons
			.filter((folder) => !files.some((file) => file.startsWith(`${folder}/`) && file.endsWith('.dark.svg')))
			.map((folder) => `${folder} has no icon for the dark theme`),
		...n8n.nodes
			.map((node) => node.replace(/\.js$/, '.json'))
			.filter((codex) => !files.includes(codex))
			.map((codex) => `${codex} would not be published`),
	];
}
