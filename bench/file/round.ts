import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { N8nClient } from '../../scripts/n8n/client';
import { outputFiles } from '../../scripts/n8n/runData';
import { startN8n } from '../../scripts/n8n/server';
import { addToCampaign, contactColumns } from '../addToCampaign';
import { alturCredential } from '../credentials';
import { installPackage } from '../installation';
import { acceptedAt, contactPosts } from '../journal';
import { constant } from '../latencies';
import { ratioToIdeal } from '../ratio';
import type { SandboxProcess } from '../sandboxProcess';
import { trigger, workflowOf, type BenchNode } from '../workflow';
import { customer, writeCustomerFile } from './customerFile';
import { ServerMeter, type Metered } from './serverMeter';

/** How the rows of the file come to Altur. */
export type FileWay = 'Add From File' | 'Extract From File + Add to Campaign';

/** A file that was loaded. */
export interface FileRound extends Metered {
	way: FileWay;
	rows: number;
	/** What n8n's heap may take (MB); n8n's own choice when it is not said. */
	heapMegabytes?: number;
	/** What n8n says of the execution, or that its process ended. */
	outcome: string;
	/** First to last accepted request (ms), and its ratio to the ideal. */
	spanMs: number;
	ratio: number;
	refused: number;
	stored: number;
	/** Characters of the execution's record. */
	recordCharacters?: number;
	/** Lines of the file of results that are not as they must be. */
	wrongLines?: number;
}

const rate = 12;
const patienceMs = 1_200_000;
const settleMs = 5_000;

const readFile: BenchNode = {
	name: 'File',
	type: 'n8n-nodes-base.readWriteFile',
	typeVersion: 1,
	parameters: { operation: 'read', fileSelector: '.n8n-files/customers.csv', options: {} },
};
const extract: BenchNode = {
	name: 'Rows',
	type: 'n8n-nodes-base.extractFromFile',
	typeVersion: 1,
	parameters: { operation: 'csv', options: {} },
};

function nodesOf(way: FileWay, campaignId: number): BenchNode[] {
	const items = addToCampaign(campaignId);
	if (way !== 'Add From File') return [trigger, readFile, extract, items];
	const fromFile = {
		...items,
		parameters: {
			resource: 'contact',
			operation: 'addFromFile',
			campaignId: { __rl: true, mode: 'id', value: String(campaignId) },
			columnsFrom: 'names',
			columnNames: contactColumns,
		},
		credentials: { alturApi: alturCredential },
	};
	return [trigger, readFile, fromFile];
}

/** Loads a file in a server of its own, and reads what came of each row. */
export async function runFileRound(
	sandbox: SandboxProcess,
	{ way, rows, heapMegabytes }: Pick<FileRound, 'way' | 'rows' | 'heapMegabytes'>,
): Promise<FileRound> {
	const installation = await installPackage(sandbox.baseUrl);
	const { userFolder } = installation;
	const files = join(userFolder, '.n8n-files');
	mkdirSync(files, { recursive: true });
	await writeCustomerFile(join(files, 'customers.csv'), rows);
	const environment = heapMegabytes ? { NODE_OPTIONS: `--max-old-space-size=${heapMegabytes}` } : undefined;
	const server = await startN8n({ userFolder, environment });
	try {
		await sandbox.reset(constant);
		const campaignId = await sandbox.newCampaign();
		const client = await N8nClient.signIn(server.url, false);
		const workflow = await client.createWorkflow(workflowOf('File', nodesOf(way, campaignId)));
		await new Promise((resolve) => setTimeout(resolve, settleMs));
		const meter = new ServerMeter(server.pid, server.url);
		const id = await client.startWorkflow(workflow, trigger.name);
		const outcome = await outcomeOf(client, id);
		const metered = await meter.stop();
		const posts = contactPosts(await sandbox.journal(), campaignId);
		const accepted = acceptedAt(posts);
		const { rowsStored: stored } = await sandbox.summary();
		return {
			way,
			rows,
			heapMegabytes,
			outcome,
			...metered,
			spanMs: (accepted.at(-1) ?? NaN) - (accepted[0] ?? NaN),
			ratio: ratioToIdeal(accepted, rate),
			refused: posts.length - accepted.length,
			stored,
			...(way === 'Add From File' && outcome === 'success' && (await readResults(client, id, rows))),
		};
	} finally {
		await server.stop();
		installation.remove();
	}
}

async function outcomeOf(client: N8nClient, id: string): Promise<string> {
	const giveUp = Date.now() + patienceMs;
	while (Date.now() < giveUp) {
		const status = await statusOf(client, id);
		if (!['new', 'running'].includes(status)) return status;
		await new Promise((resolve) => setTimeout(resolve, 250));
	}
	return 'still running';
}

async function statusOf(client: N8nClient, id: string): Promise<string> {
	try {
		return await client.status(id);
	} catch (error) {
		return `n8n ended: ${error instanceof Error ? error.message : String(error)}`;
	}
}

/** Compares the file of results with what must have become of each row, line by line. */
async function readResults(
	client: N8nClient,
	executionId: string,
	rows: number,
): Promise<Pick<FileRound, 'recordCharacters' | 'wrongLines'>> {
	const record = z.object({ data: z.string() });
	const { data } = await client.session.request(record, 'GET', `/rest/executions/${executionId}`);
	const { results = '' } = outputFiles((await client.execution(executionId)).data, 'Altur');
	const query = new URLSearchParams({ id: results, action: 'download', mimeType: 'text/csv' });
	const lines = (await client.session.download(`/rest/binary-data?${query.toString()}`)).pipe(
		parse({ columns: true, bom: true }),
	);
	const lineSchema = z.object({ row: z.string(), status: z.string(), contact: z.string(), f_id: z.string() });
	let row = 0;
	let wrongLines = 0;
	for await (const read of lines) {
		const line = lineSchema.parse(read);
		const { phone, id, expected } = customer(row);
		const isRight =
			line.row === String(row + 2) && line.status === expected && line.contact === phone && line.f_id === id;
		if (!isRight) wrongLines++;
		row++;
	}
	return { recordCharacters: data.length, wrongLines: wrongLines + Math.abs(rows - row) };
}
