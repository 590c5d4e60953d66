import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { nodeForN8n, n8nScript } from '../scripts/n8n-host/folder';
import { importCredentials, importWorkflows } from '../scripts/n8n/commandLine';
import { installCommunityPackage } from '../scripts/n8n/communityPackage';
import { n8nEnvironment } from '../scripts/n8n/environment';
import { packPackage } from '../scripts/n8n/pack';
import { freePort } from '../scripts/n8n/ports';
import { startProcess, type RunningProcess } from '../scripts/n8n/runningProcess';
import { temporaryUserFolder } from '../scripts/n8n/userFolder';
import { repository } from '../scripts/repository';
import { alturCredential, headerCredential } from './contenders/workflow';
import { runMeasured, type Measured } from './measuredProcess';

const apiKey = 'bench-key';
const latency = 200;

const summary = z.object({
	contactPosts: z.object({
		requests: z.number(),
		throttled: z.number(),
		firstAt: z.number().optional(),
		lastAt: z.number().optional(),
		busiestSecond: z.number(),
	}),
	rowsStored: z.number(),
});

/** A real n8n with the packed package in it, and a sandbox in a process of its own. */
export class BenchHost {
	private constructor(
		private readonly sandbox: RunningProcess,
		private readonly origin: string,
		private readonly userFolder: string,
		private readonly remove: () => void,
	) {}

	static async start(): Promise<BenchHost> {
		const port = await freePort();
		const tsx = join(repository, 'node_modules', 'tsx', 'dist', 'cli.mjs');
		const words = ['--port', String(port), '--api-key', apiKey, '--latency', String(latency), '--no-bodies'];
		const sandbox = startProcess(process.execPath, [tsx, 'sandbox/main.ts', ...words], {
			cwd: repository,
			environment: { PATH: process.env.PATH ?? '' },
		});
		const { userFolder, remove } = temporaryUserFolder();
		const packed = join(userFolder, 'packed');
		mkdirSync(packed);
		await installCommunityPackage(await packPackage(repository, packed), userFolder);
		const origin = `http://127.0.0.1:${port}`;
		const host = new BenchHost(sandbox, origin, userFolder, remove);
		await importCredentials(userFolder, [
			{ ...alturCredential, type: 'alturApi', data: { apiKey, baseUrl: host.baseUrl } },
			{
				...headerCredential,
				type: 'httpHeaderAuth',
				data: { name: 'Authorization', value: `api-key ${apiKey}` },
			},
		]);
		return host;
	}

	get baseUrl(): string {
		return `${this.origin}/api/v1.0`;
	}

	/** Empties Altur and creates one campaign. @returns its ID */
	async newCampaign(): Promise<number> {
		await this.ask('POST', 'reset', { seed: 'empty' });
		const campaign = await this.ask('POST', 'campaigns', { name: 'Bench' });
		return z.object({ id: z.number() }).parse(campaign).id;
	}

	async summary() {
		return summary.parse(await this.ask('GET', 'summary'));
	}

	/** Stores a workflow and runs it by `n8n execute`. @returns what the process took, and its output file */
	async execute(workflow: { id: string }): Promise<{ measured: Measured; outputFile: string }> {
		await importWorkflows(this.userFolder, [workflow]);
		const outputFile = join(this.userFolder, 'output.json');
		const measured = await runMeasured(
			nodeForN8n(),
			[n8nScript, 'execute', `--id=${workflow.id}`, '--rawOutput'],
			{
				cwd: this.userFolder,
				environment: n8nEnvironment(this.userFolder, {
					N8N_RUNNERS_BROKER_PORT: String(await freePort()),
					NODE_OPTIONS: '--max-old-space-size=8192',
					N8N_RUNNERS_TASK_TIMEOUT: '600',
					N8N_RUNNERS_MAX_PAYLOAD: String(2 ** 30),
				}),
				outputFile,
				errorFile: join(this.userFolder, 'errors.txt'),
			},
		);
		return { measured, outputFile };
	}

	async stop(): Promise<void> {
		await this.sandbox.stop();
		this.remove();
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
