import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startAlturSandbox } from '../../sandbox/altur/startAlturSandbox';
import { defaultSecret } from '../../sandbox/altur/webhook/settings';
import { ensureN8nHost } from '../n8n-host/install';
import { demoCredential, exampleWorkflows, mainExample } from '../examples';
import { N8nClient } from '../n8n/client';
import { importCredentials, importWorkflows } from '../n8n/commandLine';
import { installCommunityPackage } from '../n8n/communityPackage';
import { requireFreePort } from '../n8n/ports';
import { startN8n } from '../n8n/server';
import { offerFile } from '../n8n/userFolder';
import { buildAndPack } from './build';
import { runCallExamples } from './callExamplesRun';
import { runMainExample } from './mainExampleRun';
import { startSisterServices } from './sisterServices';

export interface Demo {
	/** Address of the editor. */
	url: string;
	/** Addresses of the local services, by name. */
	services: Record<string, string>;
	/** What came of the main example. */
	loaded: Comparison;
	/** Calls the people of the sheet, and waits until what came of it stands beside each row: a minute or two. */
	callThePeople(): Promise<Comparison>;
	stop(): Promise<void>;
}

/** What came of an example, beside what was expected. */
interface Comparison {
	table: string;
	/** A sentence for each number that is not the expected one. */
	differences: string[];
}

/**
 * n8n 2.41 prepares its newer expression engine anew for every run, which lets it take a third of the events in the
 * same time: two thousand calls would be minutes (docs/results.md).
 */
const quickRuns = { N8N_EXPRESSION_ENGINE: 'legacy' };

/** The local Altur calls quickly: as many people in a second as n8n can take results. */
const play = { callsPerSecond: 40, concurrency: 100 };

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

	const sandbox = await startAlturSandbox({ seed: 'demo', play });
	const sisters = await startSisterServices();
	const stopServices = async () => {
		await sandbox.close();
		await sisters.stop();
	};
	try {
		say('Importing the credentials and the example workflows.');
		offerFile(userFolder, mainExample.sheet);
		const altur = demoCredential({ ...sandbox, webhookSecret: defaultSecret });
		await importCredentials(userFolder, [altur, ...sisters.credentials]);
		await importWorkflows(userFolder, exampleWorkflows());

		say('Starting n8n.');
		const logFile = join(userFolder, 'n8n.log');
		const n8n = await startN8n({ userFolder, port, logFile, environment: quickRuns });
		const stop = async () => {
			await n8n.stop();
			await stopServices();
		};
		try {
			say('Running the main example.');
			const client = await N8nClient.signIn(n8n.url);
			const loaded = await runMainExample(client, sandbox);
			const services = { Altur: sandbox.origin, ...sisters.addresses };
			const callThePeople = async () => await runCallExamples(client, sandbox, n8n.url, say);
			return { url: n8n.url, services, loaded, callThePeople, stop };
		} catch (error) {
			await n8n.stop();
			throw error;
		}
	} catch (error) {
		await stopServices();
		throw error;
	}
}
