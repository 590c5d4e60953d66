import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { n8nScript, nodeForN8n } from '../n8n-host/folder';
import { n8nEnvironment } from './environment';
import { freePort } from './ports';
import { executionData, type ExecutionData } from './runData';
import { startProcess } from './runningProcess';

/** A credential in the form `n8n import:credentials` reads. */
export interface CredentialFile {
	id: string;
	name: string;
	type: string;
	data: Record<string, unknown>;
}

interface CommandResult {
	/** 0 when n8n was content. */
	code: number | null;
	stdout: string;
	/** Both outputs. */
	log: string;
}

/**
 * Runs `n8n <args>` in a user folder; no server is needed (3 to 8 s).
 * @param environment variables on top of {@link n8nEnvironment}
 */
async function n8nCommand(
	userFolder: string,
	args: string[],
	environment: Record<string, string> = {},
): Promise<CommandResult> {
	const process = startProcess(nodeForN8n(), [n8nScript, ...args], {
		cwd: userFolder,
		environment: n8nEnvironment(userFolder, {
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			...environment,
		}),
	});
	const code = await process.ended;
	return { code, stdout: process.stdout(), log: process.log() };
}

async function mustSucceed(
	userFolder: string,
	args: string[],
	environment?: Record<string, string>,
): Promise<void> {
	const { code, log } = await n8nCommand(userFolder, args, environment);
	if (code !== 0) throw new Error(`n8n ${args.join(' ')} ended with code ${code}:\n${log.slice(-2000)}`);
}

async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-exchange-'));
	const remove = () => rmSync(folder, { recursive: true, force: true });
	process.once('exit', remove);
	try {
		return await work(folder);
	} finally {
		process.off('exit', remove);
		remove();
	}
}

/** Stores credentials (encrypted by n8n) under their own ids; an id that exists is overwritten. */
export async function importCredentials(
	userFolder: string,
	credentials: CredentialFile[],
	environment?: Record<string, string>,
): Promise<void> {
	await withFolder(async (folder) => {
		const file = join(folder, 'credentials.json');
		writeFileSync(file, JSON.stringify(credentials), { mode: 0o600 });
		await mustSucceed(userFolder, ['import:credentials', `--input=${file}`], environment);
	});
}

/** Stores workflows under their own ids; an id that exists is overwritten. */
export async function importWorkflows(
	userFolder: string,
	workflows: Array<{ id: string }>,
	environment?: Record<string, string>,
): Promise<void> {
	await withFolder(async (folder) => {
		const file = join(folder, 'workflows.json');
		writeFileSync(file, JSON.stringify(workflows));
		await mustSucceed(userFolder, ['import:workflow', `--input=${file}`], environment);
	});
}

/**
 * Runs a stored workflow by `n8n execute` and hands back what n8n recorded.
 * @throws Error with the log when the execution does not succeed: n8n then prints no record
 */
export async function executeWorkflow(
	userFolder: string,
	id: string,
	environment: Record<string, string> = {},
): Promise<ExecutionData> {
	const { code, stdout, log } = await n8nCommand(
		userFolder,
		['execute', `--id=${id}`, '--rawOutput'],
		environment,
	);
	if (code !== 0) throw new Error(`The workflow ${id} did not succeed:\n${log.slice(-4000)}`);
	return z.object({ data: executionData }).parse(JSON.parse(stdout.slice(stdout.indexOf('{')))).data;
}

/** Names of all node types n8n knows in this user folder, e.g. `n8n-nodes-altur.altur`. */
export async function nodeTypeNames(
	userFolder: string,
	environment?: Record<string, string>,
): Promise<string[]> {
	return await withFolder(async (folder) => {
		const file = join(folder, 'nodes.json');
		await mustSucceed(userFolder, ['export:nodes', `--output=${file}`], environment);
		return z
			.array(z.object({ name: z.string() }))
			.parse(JSON.parse(readFileSync(file, 'utf8')))
			.map(({ name }) => name);
	});
}
