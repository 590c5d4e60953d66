import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startAlturSandbox } from '../../sandbox/altur/startAlturSandbox';
import { ensureN8nHost } from '../n8n-host/install';
import { demoCredential, exampleWorkflows, mainExample } from '../examples';
import { N8nClient } from '../n8n/client';
import { importCredentials, importWorkflows } from '../n8n/commandLine';
import { installCommunityPackage } from '../n8n/communityPackage';
import { requireFreePort } from '../n8n/ports';
import { startN8n } from '../n8n/server';
import { offerFile } from '../n8n/userFolder';
import { buildAndPack } from './build';
import { runMainExample } from './mainExampleRun';
import { startSisterServices } from './sisterServices';

export interface Demo {
	/** Address of the editor. */
	url: string;
	/** Addresses of the local services, by name. */
	services: Record<string, string>;
	table: string;
	/** A sentence for each number that is not the expected one. */
	differences: string[];
	stop(): Promise<void>;
}

/**
 * Starts the local services and a real n8n that holds the packed packages, their credentials and the examples, and
 * runs the main example once.
 * @param userFolder a prepared folder for n8n's data
 * @param port port of n8n on 127.0.0.1
 * @param say receives a line for each step
 * @throws PortBusyError before anything else is done when the port is taken; Error when a step does not succeed
 */
export async function startDemo(
	userFolder: string,
	port: number,
	say: (line: string) => void,
): Promise<Demo> {
	await requireFreePort(port);
	await ensureN8nHost(say);
	say('Building and packing the nodes.');
	for (const tarball of await buildAndPack(userFolder)) {
		await installCommunityPackage(tarball, userFolder);
		rmSync(tarball);
	}

	const sandbox = await startAlturSandbox({ seed: 'demo' });
	const sisters = await startSisterServices();
	const stopServices = async () => {
		await sandbox.close();
		await sisters.stop();
	};
	try {
		say('Importing the credentials and the example workflows.');
		offerFile(userFolder, mainExample.sheet);
		await importCredentials(userFolder, [demoCredential(sandbox), ...sisters.credentials]);
		await importWorkflows(userFolder, exampleWorkflows());

		say('Starting n8n.');
		const n8n = await startN8n({ userFolder, port, logFile: join(userFolder, 'n8n.log') });
		const stop = async () => {
			await n8n.stop();
			await stopServices();
		};
		try {
			say('Running the main example.');
			const result = await runMainExample(await N8nClient.signIn(n8n.url), sandbox);
			const services = { Altur: sandbox.origin, ...sisters.addresses };
			return { url: n8n.url, services, ...result, stop };
		} catch (error) {
			await n8n.stop();
			throw error;
		}
	} catch (error) {
		await stopServices();
		throw error;
	}
}
