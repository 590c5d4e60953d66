import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports';
import { startProcess } from './runningProcess';

/** A database server on a port of its own of 127.0.0.1; `stop` ends it and deletes its data. */
export interface DatabaseServer {
	port: number;
	stop(): Promise<void>;
}

function answers(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1', () => {
			socket.end();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});
}

/**
 * Waits until something listens on a port of 127.0.0.1.
 * @throws Error with what the program wrote when it has ended first or 30 s have passed
 */
export async function untilListening(
	name: string,
	port: number,
	program: { ended: Promise<unknown>; log(): string },
): Promise<void> {
	let waiting = true;
	const giveUp = () => {
		waiting = false;
	};
	program.ended.then(giveUp, giveUp);
	const late = setTimeout(giveUp, 30_000);
	while (!(await answers(port))) {
		if (!waiting) throw new Error(`${name} did not start:\n${program.log().slice(-2000)}`);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	clearTimeout(late);
}

/**
 * Starts Redis, keeping nothing on disk.
 * @throws Error when `redis-server` is not installed or does not start
 */
export async function startRedis(): Promise<DatabaseServer> {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-redis-'));
	const port = await freePort();
	const redis = startProcess(
		'redis-server',
		['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no', '--dir', folder],
		{ cwd: folder, environment: { PATH: process.env.PATH ?? '' } },
	);
	await untilListening('redis-server (apt-get install redis-server)', port, redis);
	return {
		port,
		stop: async () => {
			await redis.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
