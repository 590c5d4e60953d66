import { n8nScript, nodeForN8n } from '../n8n-host/folder';
import { n8nEnvironment } from './environment';
import { freePort, requireFreePort } from './ports';
import { type RunningProcess, startProcess } from './runningProcess';

export interface N8nServerOptions {
	/** A prepared user folder; also the current directory, so that `.n8n-files/x.csv` is a path in it. */
	userFolder: string;
	/** Default: a free one. */
	port?: number;
	/** Variables for n8n on top of {@link n8nEnvironment}. */
	environment?: Record<string, string>;
	logFile?: string;
}

export interface N8nServer extends RunningProcess {
	/** Without a slash at the end. */
	readonly url: string;
	readonly port: number;
}

const bootPatience = 120_000;

async function answersWith200(url: string): Promise<boolean> {
	try {
		const response = await fetch(url);
		await response.arrayBuffer();
		return response.status === 200;
	} catch {
		return false;
	}
}

/**
 * Waits until every address answers 200.
 * @throws Error with the end of the log when the process ends first or two minutes have passed
 */
export async function untilReady(name: string, process: RunningProcess, addresses: string[]): Promise<void> {
	const giveUp = Date.now() + bootPatience;
	let ended = false;
	const noteEnd = () => {
		ended = true;
	};
	process.ended.then(noteEnd, noteEnd);
	while (!(await Promise.all(addresses.map(answersWith200))).every(Boolean)) {
		if (ended || Date.now() > giveUp) {
			await process.kill();
			const end = process.log().trimEnd().split('\n').slice(-25).join('\n');
			throw new Error(
				`${name} ${ended ? 'ended while starting' : 'did not start in two minutes'}. Its last lines:\n${end}`,
			);
		}
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}

/**
 * Starts a real n8n server on 127.0.0.1 and waits until it takes requests (8 to 17 s). The owner is
 * `owner` of ./owner. Stop it with `stop()`, or crash it with `kill()`; the same user folder can be started again.
 * @throws PortBusyError when the wanted port is taken; Error with the end of the log when n8n does not start
 */
export async function startN8n(options: N8nServerOptions): Promise<N8nServer> {
	const { userFolder, environment, logFile } = options;
	if (options.port !== undefined) await requireFreePort(options.port);
	const port = options.port ?? (await freePort());
	const process = startProcess(nodeForN8n(), [n8nScript, 'start'], {
		cwd: userFolder,
		logFile,
		environment: n8nEnvironment(userFolder, {
			N8N_PORT: String(port),
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			...environment,
		}),
	});
	const url = `http://127.0.0.1:${port}`;
	await untilReady('n8n', process, [`${url}/healthz/readiness`, `${url}/rest/settings`]);
	return { ...process, url, port };
}
