import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startAlturSandbox, type AlturSandbox } from '../sandbox/altur/startAlturSandbox';
import { demoCredential } from '../scripts/examples';
import { n8nScript, nodeForN8n } from '../scripts/n8n-host/folder';
import { ensureN8nHost } from '../scripts/n8n-host/install';
import { importCredentials, importWorkflows } from '../scripts/n8n/commandLine';
import { installCommunityPackage } from '../scripts/n8n/communityPackage';
import { n8nEnvironment } from '../scripts/n8n/environment';
import { packPackage } from '../scripts/n8n/pack';
import { freePort } from '../scripts/n8n/ports';
import { temporaryUserFolder } from '../scripts/n8n/userFolder';
import { repository } from '../scripts/repository';
import { runMeasured } from './measuredProcess';

/** Bytes of a recording: next to nothing, an hour of speech, and ten times that. */
const usualSizes = [1_000, 20_000_000, 200_000_000];
/** The sizes take turns, so that what else the machine does falls on all of them. */
const usualRounds = 3;
const mostGrowthBytes = 40_000_000;

const callId = 'cll_recorded';
const outputItem = z.object({ file_name: z.literal(`${callId}.wav`), mime_type: z.literal('audio/wav') });
const stored = z.object({
	data: z.object({
		resultData: z.object({
			runData: z.object({
				Altur: z.tuple([
					z.object({ data: z.object({ main: z.array(z.array(z.object({ json: outputItem }))) }) }),
				]),
			}),
		}),
	}),
});

const workflow = {
	id: 'benchRecording01',
	name: 'A recording',
	active: false,
	settings: { executionOrder: 'v1' },
	nodes: [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} },
		{
			name: 'Altur',
			type: 'n8n-nodes-altur.altur',
			parameters: { resource: 'call', operation: 'getRecording', callId },
			credentials: { alturApi: { id: 'alturDemoAccount', name: 'Altur demo account' } },
		},
	].map((node, index) => ({ id: `node-${index}`, typeVersion: 1, position: [index * 220, 0], ...node })),
	connections: { Start: { main: [[{ node: 'Altur', type: 'main', index: 0 }]] } },
};

/** A sound that is nowhere the same, so that no part of it can be lost or doubled unseen. */
function recordingOf(bytes: number): Buffer {
	const sound = Buffer.alloc(bytes);
	for (let at = 0; at + 4 <= bytes; at += 4) sound.writeUInt32LE(Math.imul(at, 2_654_435_761) >>> 0, at);
	sound.write('RIFF....WAVEfmt ', 'latin1');
	return sound;
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** A real n8n that holds the packed package and the workflow. @returns its user folder, and what takes it away */
async function prepareN8n(sandbox: AlturSandbox) {
	const folder = temporaryUserFolder();
	const { userFolder } = folder;
	await installCommunityPackage(await packPackage(repository, userFolder), userFolder);
	await importCredentials(userFolder, [demoCredential(sandbox)]);
	await importWorkflows(userFolder, [workflow]);
	return folder;
}

/** Fetches one recording. @returns the peak memory of n8n, in bytes; throws unless what it stored is the same */
async function fetchOne(sandbox: AlturSandbox, userFolder: string, bytes: number): Promise<number> {
	const recording = recordingOf(bytes);
	sandbox.reset();
	sandbox.addCall(sandbox.addCampaign().id, {
		id: callId,
		recording: { contentType: 'application/json', bytes: recording },
	});
	const outputFile = join(userFolder, 'output.json');
	const errorFile = join(userFolder, 'errors.txt');
	const environment = n8nEnvironment(userFolder, {
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
	});
	const command = [n8nScript, 'execute', `--id=${workflow.id}`, '--rawOutput'];
	const files = { cwd: userFolder, environment, outputFile, errorFile };
	const { code, peakBytes } = await runMeasured(nodeForN8n(), command, files);
	if (code !== 0) throw new Error(readFileSync(errorFile, 'utf8').slice(-1000));
	const output = readFileSync(outputFile, 'utf8');
	stored.parse(JSON.parse(output.slice(output.indexOf('{'))));
	const hashes = (await storedFiles(userFolder)).map((file) => hashOf(readFileSync(file)));
	if (!hashes.includes(hashOf(recording))) {
		throw new Error(`The recording of ${bytes} bytes is not in n8n's binary store.`);
	}
	return peakBytes;
}

/** The files that n8n keeps for executions. */
async function storedFiles(userFolder: string): Promise<string[]> {
	const all = await readdir(join(userFolder, '.n8n'), { recursive: true, withFileTypes: true });
	return all
		.map((entry) => ({ entry, file: join(entry.parentPath, entry.name) }))
		.filter(({ entry, file }) => entry.isFile() && file.includes('/binary_data/'))
		.map(({ file }) => file);
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const inMegabytes = (bytes: number) => (bytes / 1e6).toFixed(bytes < 1e6 ? 3 : 0);

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
	const { userFolder, remove } = await prepareN8n(sandbox);
	const peaks = new Map<number, number[]>(sizes.map((bytes) => [bytes, []]));
	try {
		for (let round = 0; round < rounds; round++) {
			for (const bytes of sizes) peaks.get(bytes)?.push(await fetchOne(sandbox, userFolder, bytes));
		}
	} finally {
		await sandbox.close();
		remove();
	}
	const [least = 0, ...others] = sizes.map((bytes) => median(peaks.get(bytes) ?? []));
	console.log('| Recording, MB | Peak memory of n8n, MB (median) | More than with the smallest | All runs |');
	console.log('| ---: | ---: | ---: | --- |');
	for (const [bytes, all] of peaks) {
		const peak = median(all);
		console.log(
			`| ${inMegabytes(bytes)} | ${inMegabytes(peak)} | ${inMegabytes(peak - least)} | ${all.map(inMegabytes).join(', ')} |`,
		);
	}
	if (others.some((peak) => peak - least > mostGrowthBytes)) {
		throw new Error(`Memory grows by more than ${inMegabytes(mostGrowthBytes)} MB.`);
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
