import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { freePort } from '../n8n/ports';
import { startProcess } from '../n8n/runningProcess';

/**
 * Fetched by npx when the script runs, and not a dependency: it would bring two hundred packages to everybody who
 * installs this project, for a script that needs a file that is not in it. The last version that runs on Node 20.
 */
const prism = '@stoplight/prism-cli@5.14.2';

export interface RunningPrism {
	origin: string;
	stop(): Promise<void>;
}

/**
 * Starts Prism: as a mock of the file's service, or before a service whose answers it checks.
 *
 * @param folder to run in; npm looks there for its settings
 * @throws Error with what it wrote, when it does not start within two minutes
 */
export async function startPrism(folder: string, file: string, upstream?: string): Promise<RunningPrism> {
	const port = await freePort();
	const words =
		upstream === undefined ? ['mock', file] : ['proxy', file, upstream, '--validate-request', 'false'];
	const environment = z.record(z.string()).parse(process.env);
	const running = startProcess('npm', ['exec', '--yes', '--', prism, ...words, '--port', String(port)], {
		cwd: folder,
		environment,
	});
	const until = Date.now() + 120_000;
	let isEnded = false;
	void running.ended.then(() => {
		isEnded = true;
	});
	while (!running.log().includes('Prism is listening')) {
		if (isEnded || Date.now() > until) {
			await running.stop();
			throw new Error(`${prism} does not start:\n${running.log()}`);
		}
		await sleep(100);
	}
	return { origin: `http://127.0.0.1:${port}`, stop: () => running.stop() };
}

const violation = z.object({ location: z.array(z.string()), message: z.string() });

/** What Prism found wrong with a request or an answer, in the header that says so. */
export function violationsIn(headers: Headers, side: 'request' | 'response'): string[] {
	const said: unknown = JSON.parse(headers.get('sl-violations') ?? '[]');
	return z
		.array(violation)
		.parse(said)
		.filter(({ location }) => location[0] === side)
		.map(({ location, message }) => `${location.slice(1).join('.')}: ${message}`);
}
