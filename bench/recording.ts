import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startAlturSandbox, type AlturSandbox } from '../sandbox/altur/startAlturSandbox';
import { demoCredential } from '../scripts/examples';
import { ensureN8nHost } from '../scripts/n8n-host/install';
import { N8nClient } from '../scripts/n8n/client';
import { importCredentials, importWorkflows } from '../scripts/n8n/commandLine';
import { installCommunityPackage } from '../scripts/n8n/communityPackage';
import { packPackage } from '../scripts/n8n/pack';
import { outputItems } from '../scripts/n8n/runData';
import { startN8n } from '../scripts/n8n/server';
import { temporaryUserFolder } from '../scripts/n8n/userFolder';
import { repository } from '../scripts/repository';

/** Bytes of a recording: next to nothing, an hour of speech, and ten times that. */
const usualSizes = [1_000, 20_000_000, 200_000_000];
/** The sizes take turns, so that what else n8n does falls on all of them. */
const usualRounds = 5;
const mostGrowthBytes = 40_000_000;

const callId = 'cll_recorded';

const altur = {
	name: 'Altur',
	type: 'n8n-nodes-altur.altur',
	typeVersion: 1,
	parameters: { resource: 'call', operation: 'getRecording', callId },
	credentials: { alturApi: { id: 'alturDemoAccount', name: 'Altur demo account' } },
};
/** What people use without the node, for the same file. */
const httpRequest = (sandbox: AlturSandbox) => ({
	name: 'Altur',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		url: `${sandbox.baseUrl}/call/${callId}/recording`,
		sendHeaders: true,
		headerParameters: { parameters: [{ name: 'Authorization', value: `api-key ${sandbox.apiKey}` }] },
		options: { response: { response: { responseFormat: 'file' } } },
	},
});

function workflowOf(node: { name: string; type: string; typeVersion: number; parameters: object }) {
	const start = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
	return {
		id: 'benchRecording01',
		name: 'A recording',
		active: false,
		settings: { executionOrder: 'v1' },
		nodes: [start, node].map((one, index) => ({ id: `node-${index}`, position: [index * 220, 0], ...one })),
		connections: { Start: { main: [[{ node: 'Altur', type: 'main', index: 0 }]] } },
	};
}

/** A sound that is nowhere the same, so that no part of it can be lost or doubled unseen. */
function recordingOf(bytes: number): Buffer {
	const sound = Buffer.alloc(bytes);
	for (let at = 0; at + 4 <= bytes; at += 4) sound.writeUInt32LE(Math.imul(at, 2_654_435_761) >>> 0, at);
	sound.write('RIFF....WAVEfmt ', 'latin1');
	return sound;
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** A memory figure of a process, in bytes. Linux only. */
function memoryOf(pid: number, figure: 'VmRSS' | 'VmHWM'): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Number(new RegExp(`${figure}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024;
}

/** The files of executions in n8n's binary store. */
async function storedFiles(userFolder: string): Promise<string[]> {
	const all = await readdir(join(userFolder, '.n8n'), { recursive: true, withFileTypes: true });
	return all
		.map((entry) => ({ entry, file: join(entry.parentPath, entry.name) }))
		.filter(({ entry, file }) => entry.isFile() && file.includes('/binary_data/'))
		.map(({ file }) => file);
}

/** Fetches recordings of the sizes in turns in one n8n. @returns by how much its memory rose for each, in bytes */
async function measure(
	sandbox: AlturSandbox,
	workflow: ReturnType<typeof workflowOf>,
	sizes: readonly number[],
	rounds: number,
): Promise<Map<number, number[]>> {
	const { userFolder, remove } = temporaryUserFolder();
	await installCommunityPackage(await packPackage(repository, userFolder), userFolder);
	await importCredentials(userFolder, [demoCredential(sandbox)]);
	await importWorkflows(userFolder, [workflow]);
	const environment = { N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem' };
	const server = await startN8n({ userFolder, environment });
	try {
		const client = await N8nClient.signIn(server.url);
		const fetchOne = async (bytes: number): Promise<number> => {
			const recording = recordingOf(bytes);
			sandbox.reset();
			const { id } = sandbox.addCampaign();
			sandbox.addCall(id, { id: callId, recording: { contentType: 'application/json', bytes: recording } });
			// The high-water mark begins anew.
			writeFileSync(`/proc/${server.pid}/clear_refs`, '5');
			const before = memoryOf(server.pid, 'VmRSS');
			const { status, data } = await client.runWorkflow(workflow.id, 'Start');
			const growth = memoryOf(server.pid, 'VmHWM') - before;
			const [item] = outputItems(data, 'Altur');
			const files = await storedFiles(userFolder);
			const isSame = files.some((file) => hashOf(readFileSync(file)) === hashOf(recording));
			const isWav = workflow.nodes[1]?.type !== altur.type || item?.mime_type === 'audio/wav';
			if (status !== 'success' || !isSame || !isWav) {
				throw new Error(`The recording of ${bytes} bytes is not as it was in n8n's binary store.`);
			}
			for (const file of files) await rm(file);
			return growth;
		};
		// The first runs of a process load what it works with.
		for (let warmUp = 0; warmUp < 3; warmUp++) await fetchOne(1_000);
		const growths = new Map<number, number[]>(sizes.map((bytes) => [bytes, []]));
		for (let round = 0; round < rounds; round++) {
			for (const bytes of sizes) growths.get(bytes)?.push(await fetchOne(bytes));
		}
		return growths;
	} finally {
		await server.stop();
		remove();
	}
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const inMegabytes = (bytes: number) => (bytes / 1e6).toFixed(bytes > 0 && bytes < 1e5 ? 3 : 0);

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { size: { type: 'string', multiple: true }, rounds: { type: 'string' } },
	});
	const sizes = values.size?.map(Number) ?? usualSizes;
	const rounds = Number(values.rounds ?? usualRounds);
	await ensureN8nHost((line) => {
		console.log(line);
	});
	const sandbox = await startAlturSandbox({ seed: 'empty', rateLimit: false });
	try {
		console.log('| Node | Recording, MB | Memory of n8n rises by, MB (median) | All runs |');
		console.log('| --- | ---: | ---: | --- |');
		for (const [name, node] of [
			['Altur: Get Recording', altur],
			["n8n's HTTP Request", httpRequest(sandbox)],
		] as const) {
			for (const [bytes, growths] of await measure(sandbox, workflowOf(node), sizes, rounds)) {
				const all = growths.map(inMegabytes).join(', ');
				console.log(`| ${name} | ${inMegabytes(bytes)} | ${inMegabytes(median(growths))} | ${all} |`);
				if (node === altur && bytes <= 20_000_000 && median(growths) > mostGrowthBytes) {
					process.exitCode = 1;
				}
			}
		}
	} finally {
		await sandbox.close();
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
