import { startAlturSandbox } from '../../sandbox/altur/startAlturSandbox';
import { demoCredential, exampleWorkflow, fileExamples, mainExample } from '../examples';
import { N8nClient } from '../n8n/client';
import { executeWorkflow, importCredentials, importWorkflows, nodeTypeNames } from '../n8n/commandLine';
import { installCommunityPackage } from '../n8n/communityPackage';
import { startN8n } from '../n8n/server';
import { offerFile, temporaryUserFolder } from '../n8n/userFolder';
import { compareCounts, expectedCounts, statusCounts } from '../statusCounts';
import { setUpOwner } from './setUpOwner';
import { tryFile } from './tryFile';
import { tryTrigger } from './tryTrigger';

/** What was tried, and what came of it: empty when all went well. */
type Trials = Record<string, string>;

/** What n8n must find in the package. */
const nodeTypes = ['n8n-nodes-altur.altur', 'n8n-nodes-altur.alturTrigger'];

/** Tries the packed package in the n8n that `N8N_HOST_DIR` names; prints the outcome as one line of JSON. */
async function tryOut(tarball: string, environment: Record<string, string>): Promise<Trials> {
	const { userFolder, remove } = temporaryUserFolder();
	const sandbox = await startAlturSandbox({ seed: 'demo' });
	const trials: Trials = {};
	const attempt = async (what: string, work: () => Promise<string>) => {
		trials[what] = await work().catch((error: unknown) =>
			error instanceof Error ? error.message.slice(-300) : String(error),
		);
	};
	try {
		await installCommunityPackage(tarball, userFolder);
		offerFile(userFolder, mainExample.sheet);
		await importCredentials(userFolder, [demoCredential(sandbox)], environment);
		await importWorkflows(
			userFolder,
			[mainExample, fileExamples.file].map(({ file }) => exampleWorkflow(file)),
			environment,
		);
		await attempt('nodes found', async () => {
			const names = await nodeTypeNames(userFolder, environment);
			const missing = nodeTypes.filter((name) => !names.includes(name));
			return missing.map((name) => `${name} is not among the node types`).join(' ');
		});
		await attempt('main example, command line', async () => {
			const data = await executeWorkflow(userFolder, mainExample.id, environment);
			return compareCounts(statusCounts(data), expectedCounts()).differences.join(' ');
		});
		const server = await startN8n({ userFolder, environment });
		try {
			await setUpOwner(server.url);
			const client = await N8nClient.signIn(server.url);
			await attempt('credential test', async () => {
				const { status, message } = await client.testCredential(demoCredential(sandbox));
				return status === 'OK' ? '' : (message ?? 'not OK');
			});
			await attempt('main example, editor', async () => {
				sandbox.reset();
				const { data } = await client.runWorkflow(mainExample.id, mainExample.trigger);
				return compareCounts(statusCounts(data), expectedCounts()).differences.join(' ');
			});
			await attempt('Add From File, both files', async () => {
				sandbox.reset();
				return await tryFile(client);
			});
			await attempt('Altur Trigger, signed and unsigned', async () => {
				return await tryTrigger(client, sandbox, server.url);
			});
		} finally {
			await server.stop();
		}
	} finally {
		await sandbox.close();
		remove();
	}
	return trials;
}

const [tarball = '', environment = '{}'] = process.argv.slice(2);
tryOut(tarball, JSON.parse(environment)).then(
	(trials) => {
		console.log(JSON.stringify(trials));
	},
	(error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	},
);
