import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exampleWorkflow, mainExample } from '../../../scripts/examples';
import { N8nClient } from '../../../scripts/n8n/client';
import {
	type CredentialFile,
	importCredentials,
	importWorkflows,
	nodeTypeNames,
} from '../../../scripts/n8n/commandLine';
import { installCommunityPackage } from '../../../scripts/n8n/communityPackage';
import { packPackage } from '../../../scripts/n8n/pack';
import { startN8n } from '../../../scripts/n8n/server';
import { offerFile, temporaryUserFolder } from '../../../scripts/n8n/userFolder';
import { repository } from '../../../scripts/repository';

/** A running n8n with one packed package of this repository, its credential and its example. */
export interface N8nWith {
	client: N8nClient;
	tarball: string;
	/** Names of the node types that n8n found. */
	nodeTypes: string[];
	end(): Promise<void>;
}

/**
 * Packs what `npm run build` made of a package below `packages`, and starts an n8n that has it and nothing else.
 * @param example a file of `examples/`; it may read the sample sheet
 * @throws Error when nothing has been built
 */
export async function n8nWith(
	packageName: string,
	credential: CredentialFile,
	example: string,
): Promise<N8nWith> {
	const folder = join(repository, 'packages', packageName);
	if (!existsSync(join(folder, 'dist'))) throw new Error('Nothing is built yet: npm run build');
	const { userFolder, remove } = temporaryUserFolder();
	const tarball = await packPackage(folder, userFolder);
	await installCommunityPackage(tarball, userFolder);
	offerFile(userFolder, mainExample.sheet);
	await importCredentials(userFolder, [credential]);
	await importWorkflows(userFolder, [exampleWorkflow(example)]);
	const nodeTypes = await nodeTypeNames(userFolder);
	const server = await startN8n({ userFolder });
	return {
		client: await N8nClient.signIn(server.url),
		tarball,
		nodeTypes,
		end: async () => {
			await server.stop();
			remove();
		},
	};
}
