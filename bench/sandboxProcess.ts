import { setPriority } from 'node:os';
import { z } from 'zod';
import { freePort } from '../scripts/n8n/ports';
import { startProcess, type RunningProcess } from '../scripts/n8n/runningProcess';
import { untilReady } from '../scripts/n8n/server';
import { repository } from '../scripts/repository';
import { apiKey } from './credentials';
import { journalSchema, type Journal } from './journal';
import type { Latency } from './latencies';

const summarySchema = z.object({
	now: z.number(),
	rowsStored: z.number(),
	contactPosts: z.object({ requests: z.number() }),
});

/**
 * It keeps millions of contacts. Its garbage collection must not wait for a processor that n8n has, nor for the whole heap:
 * what arrives meanwhile would be stamped late, and counted against n8n.
 */
const heap = ['--max-old-space-size=12000', '--initial-old-space-size=6000', '--no-parallel-scavenge'];

/** Altur has a machine of its own: here it is to be served before n8n, as far as this process may decide that. */
function goFirst(pid: number): void {
	try {
		setPriority(pid, -15);
	} catch {
		// Only the administrator may: for others, the figures tell of the shared processor as well.
	}
}

/** The local Altur in a process of its own, so that its work does not slow n8n's down; steered by its control routes. */
export class SandboxProcess {
	private constructor(
		private readonly process: RunningProcess,
		private readonly origin: string,
	) {}

	static async start(): Promise<SandboxProcess> {
		const port = await freePort();
		const words = ['--port', String(port), '--api-key', apiKey, '--no-bodies'];
		const sandbox = startProcess(
			process.execPath,
			[...heap, '--import', 'tsx', 'sandbox/main.ts', ...words],
			{
				cwd: repository,
				environment: { PATH: process.env.PATH ?? '' },
			},
		);
		goFirst(sandbox.pid);
		const origin = `http://127.0.0.1:${port}`;
		await untilReady('The sandbox', sandbox, [`${origin}/__sandbox/summary`]);
		return new SandboxProcess(sandbox, origin);
	}

	get baseUrl(): string {
		return `${this.origin}/api/v1.0`;
	}

	/** Empties Altur, its journal and its rate window, and takes so long from now on: the same for the same seed. */
	async reset({ latencyMs, latencySpread }: Latency, latencySeed = 1): Promise<void> {
		await this.ask('POST', 'latency', { latencyMs, latencySpread, latencySeed });
		await this.ask('POST', 'reset', { seed: 'empty' });
	}

	/** @returns the ID of a new campaign */
	async newCampaign(name = 'Bench'): Promise<number> {
		const campaign = await this.ask('POST', 'campaigns', { name });
		return z.object({ id: z.number() }).parse(campaign).id;
	}

	async journal(): Promise<Journal> {
		return journalSchema.parse(await this.ask('GET', 'requests'));
	}

	/** What it has, and the time on the clock of its journal (ms). */
	async summary(): Promise<z.infer<typeof summarySchema>> {
		return summarySchema.parse(await this.ask('GET', 'summary'));
	}

	async stop(): Promise<void> {
		await this.process.stop();
	}

	private async ask(method: string, path: string, body?: unknown): Promise<unknown> {
		const answer = await fetch(`${this.origin}/__sandbox/${path}`, {
			method,
			...(body !== undefined && {
				body: JSON.stringify(body),
				headers: { 'content-type': 'application/json' },
			}),
		});
		if (!answer.ok) throw new Error(`The sandbox refused ${method} ${path}: ${await answer.text()}`);
		return await answer.json();
	}
}
