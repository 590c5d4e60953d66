import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type AlturSandbox, startAlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import { demoCredential, exampleWorkflows, mainExample } from '../../../scripts/examples';
import { N8nClient } from '../../../scripts/n8n/client';
import { importCredentials, importWorkflows } from '../../../scripts/n8n/commandLine';
import { installCommunityPackage } from '../../../scripts/n8n/communityPackage';
import { packPackage } from '../../../scripts/n8n/pack';
import { type N8nServer, startN8n } from '../../../scripts/n8n/server';
import { offerFile, temporaryUserFolder } from '../../../scripts/n8n/userFolder';
import { repository } from '../../../scripts/repository';

/** Milliseconds for a hook or a test that starts an n8n. */
export const n8nPatience = 180_000;

/** A local Altur, and a user folder with the packed package, the credential, the examples and their sheet. */
export interface PackagedN8n {
	sandbox: AlturSandbox;
	userFolder: string;
	/** Starts the server; `end` stops it. */
	startServer(): Promise<{ server: N8nServer; client: N8nClient }>;
	end(): Promise<void>;
}

/**
 * Packs what `npm run build` made and prepares an n8n with it.
 * @param environment for n8n, e.g. that of queue mode
 * @throws Error when nothing has been built
 */
export async function packagedN8n(environment?: Record<string, string>): Promise<PackagedN8n> {
	if (!existsSync(join(repository, 'dist'))) throw new Error('Nothing is built yet: npm run build');
	const { userFolder, remove } = temporaryUserFolder();
	await installCommunityPackage(await packPackage(repository, userFolder), userFolder);
	const sandbox = await startAlturSandbox({ seed: 'demo' });
	offerFile(userFolder, mainExample.sheet);
	await importCredentials(userFolder, [demoCredential(sandbox)], environment);
	await importWorkflows(userFolder, exampleWorkflows(), environment);

	const servers: N8nServer[] = [];
	return {
		sandbox,
		userFolder,
		startServer: async () => {
			const server = await startN8n({ userFolder, environment });
			servers.push(server);
			return { server, client: await N8nClient.signIn(server.url) };
		},
		end: async () => {
			await Promise.all(servers.map((server) => server.stop()));
			await sandbox.close();
			remove();
		},
	};
}

/** Contacts the main example's campaign holds in the local Altur. */
export function contactsInCampaign(sandbox: AlturSandbox): number {
	const campaign = sandbox.state().campaigns.find(({ id }) => id === mainExample.campaignId);
	if (!campaign) throw new Error(`The demo seed has no campaign ${mainExample.campaignId}.`);
	return campaign.contactCount;
}
