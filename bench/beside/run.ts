import { N8nClient } from '../../scripts/n8n/client';
import { startN8n } from '../../scripts/n8n/server';
import { installPackage } from '../installation';
import { constant, slow } from '../latencies';
import type { SandboxProcess } from '../sandboxProcess';
import { besideTable } from './report';
import { runBesideRound, type Waited } from './round';

/** Measures in a real n8n server what a small thing waits beside a large one. @param tell receives each round as it ends */
export async function runBeside(sandbox: SandboxProcess, tell: (text: string) => void): Promise<Waited[]> {
	const installation = await installPackage(sandbox.baseUrl);
	const { userFolder } = installation;
	const server = await startN8n({ userFolder });
	const waited: Waited[] = [];
	try {
		const client = await N8nClient.signIn(server.url, false);
		for (const latency of [constant, slow]) {
			const round = await runBesideRound(client, sandbox, latency);
			waited.push(...round);
			tell(besideTable(round));
		}
	} finally {
		await server.stop();
		installation.remove();
	}
	return waited;
}
