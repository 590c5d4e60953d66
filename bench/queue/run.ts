import { N8nClient } from '../../scripts/n8n/client';
import { startQueueServices, startWorker } from '../../scripts/n8n/queueMode';
import type { RunningProcess } from '../../scripts/n8n/runningProcess';
import { startN8n } from '../../scripts/n8n/server';
import { installPackage } from '../installation';
import { usual } from '../latencies';
import type { SandboxProcess } from '../sandboxProcess';
import { queueTable } from './report';
import { runQueueRound, type QueueRound } from './round';

const rows = 100_000;
const workerCounts = [2, 4];
/** As many rows as a request takes, and a third: then each worker sends as many requests as in the simulation. */
const batchSizes = [1000, 334];
/** Each with other latencies; when the requests of two workers meet is chance besides. */
const latencySeeds = [1, 2];

/**
 * Lets two workers, and then four, bring the same number of rows at the same time with one key, in n8n's queue mode.
 *
 * @param tell receives each round as it ends
 * @throws Error when Redis or PostgreSQL is not installed
 */
export async function runQueue(sandbox: SandboxProcess, tell: (text: string) => void): Promise<QueueRound[]> {
	const services = await startQueueServices();
	const { environment } = services;
	const workers: RunningProcess[] = [];
	const rounds: QueueRound[] = [];
	const installation = await installPackage(sandbox.baseUrl, environment);
	const { userFolder } = installation;
	const server = await startN8n({ userFolder, environment });
	try {
		const client = await N8nClient.signIn(server.url, false);
		for (const count of workerCounts) {
			while (workers.length < count) {
				workers.push(await startWorker({ userFolder, environment, concurrency: 1 }));
			}
			const setting = { sandbox, client, workers, rows, latency: usual };
			for (const batchSize of batchSizes) {
				for (const latencySeed of latencySeeds) {
					const round = await runQueueRound({ ...setting, batchSize, latencySeed });
					rounds.push(round);
					tell(queueTable([round]));
				}
			}
		}
	} finally {
		await Promise.all(workers.map((worker) => worker.stop()));
		await server.stop();
		await services.stop();
		installation.remove();
	}
	return rounds;
}
