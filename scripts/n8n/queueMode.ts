import { n8nScript, nodeForN8n } from '../n8n-host/folder';
import { n8nEnvironment } from './environment';
import { freePort } from './ports';
import { postgresDatabase, postgresUser, startPostgres } from './postgres';
import { startRedis } from './redis';
import { type RunningProcess, startProcess } from './runningProcess';
import { type N8nServerOptions, untilReady } from './server';

/** The two servers n8n's queue mode needs. */
export interface QueueServices {
	/** For `startN8n`, `startWorker`, and the command line in this mode: they then share queue and database. */
	environment: Record<string, string>;
	/** Ends both; stop every n8n first. */
	stop(): Promise<void>;
}

/** Starts Redis and PostgreSQL, empty, on free ports of 127.0.0.1. @throws Error when one is not installed */
export async function startQueueServices(): Promise<QueueServices> {
	const redis = await startRedis();
	const postgres = await startPostgres();
	return {
		environment: {
			EXECUTIONS_MODE: 'queue',
			OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(redis.port),
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(postgres.port),
			DB_POSTGRESDB_DATABASE: postgresDatabase,
			DB_POSTGRESDB_USER: postgresUser,
			DB_POSTGRESDB_PASSWORD: '',
		},
		stop: async () => {
			await Promise.all([redis.stop(), postgres.stop()]);
		},
	};
}

/**
 * Starts a worker that takes executions from the queue and waits until it is ready (8 to 12 s).
 * The main n8n has to run already.
 * @param options the main n8n's user folder, as `environment` that of the services, and how many executions it takes
 *   at a time
 */
export async function startWorker({
	userFolder,
	environment,
	logFile,
	concurrency = 5,
}: Omit<N8nServerOptions, 'port'> & { concurrency?: number }): Promise<RunningProcess> {
	const healthPort = String(await freePort());
	const worker = startProcess(nodeForN8n(), [n8nScript, 'worker', `--concurrency=${concurrency}`], {
		cwd: userFolder,
		logFile,
		environment: n8nEnvironment(userFolder, {
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: healthPort,
			N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
			...environment,
		}),
	});
	await untilReady('n8n worker', worker, [`http://127.0.0.1:${healthPort}/healthz/readiness`]);
	return worker;
}

/**
 * Starts a process that only takes webhooks, as large installations have several of. The main n8n has to run already.
 * @param options as for a worker
 * @returns the process, with the address that takes the calls of other services
 */
export async function startWebhookProcess({
	userFolder,
	environment,
	logFile,
}: Omit<N8nServerOptions, 'port'>): Promise<RunningProcess & { url: string }> {
	const port = String(await freePort());
	const receiver = startProcess(nodeForN8n(), [n8nScript, 'webhook'], {
		cwd: userFolder,
		logFile,
		environment: n8nEnvironment(userFolder, {
			N8N_PORT: port,
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			...environment,
		}),
	});
	const url = `http://127.0.0.1:${port}`;
	await untilReady('n8n webhook', receiver, [`${url}/healthz/readiness`]);
	return { ...receiver, url };
}
