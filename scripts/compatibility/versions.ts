import { join } from 'node:path';
import { hostFolder } from '../n8n-host/folder';
import { repository } from '../repository';

/** An n8n that the packed package is tried in. */
export interface TriedVersion {
	n8n: string;
	node: string;
	/** Where it is installed; git-ignored. */
	folder: string;
	/** The folder of its package.json; undefined for the one that everything else is tested with. */
	manifest?: string;
	/** How npm installs it. */
	installFlags: string[];
	/** Variables for n8n, besides those every n8n here gets. */
	environment: Record<string, string>;
}

const older = (name: string) => ({
	folder: join(repository, `.n8n-host-${name}`),
	manifest: join(__dirname, `n8n-${name}`),
});

/** The newest n8n, and the newest for each older Node that n8n supported. */
export const versions: TriedVersion[] = [
	{ n8n: '2.41.1', node: '24', folder: hostFolder, installFlags: [], environment: {} },
	{ n8n: '2.35.7', node: '22', ...older('2.35'), installFlags: ['--legacy-peer-deps'], environment: {} },
	{
		n8n: '2.8.4',
		node: '20',
		...older('2.8'),
		// npm run hands on `legacy-peer-deps` of this repository's .npmrc. Installed with it, this version cannot start its
		// database: "Class extends value undefined".
		installFlags: ['--no-legacy-peer-deps'],
		// This version refuses the name of a module that it does not have yet.
		environment: { N8N_DISABLED_MODULES: '' },
	},
];
