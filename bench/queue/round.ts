import type { N8nClient } from '../../scripts/n8n/client';
import type { RunningProcess } from '../../scripts/n8n/runningProcess';
import { addToCampaign } from '../addToCampaign';
import { acceptedAt, contactPosts, mostAttempts } from '../journal';
import type { Latency } from '../latencies';
import { ratioToIdeal } from '../ratio';
import type { SandboxProcess } from '../sandboxProcess';
import { rowsNode, trigger, workflowOf, type BenchNode } from '../workflow';

/** What several workers took with one key. */
export interface QueueRound {
	workers: number;
	rowsEach: number;
	requestsEach: number;
	/** Of all requests together, from the first to the last accepted one. */
	ratio: number;
	/** Part of all requests. */
	refused: number;
	lost: number;
	mostAttempts: number;
	/** Between the first requests of the first and of the last worker. */
	apartMilliseconds: number;
}

/** A worker for each execution, and the n8n that hands them out. */
export interface QueueSetting {
	sandbox: SandboxProcess;
	client: N8nClient;
	/** Each takes one execution at a time. */
	workers: readonly RunningProcess[];
	rows: number;
	/** Rows per request. */
	batchSize: number;
	latency: Latency;
	latencySeed: number;
}

/** By then (ms from now) the rows of all executions are made. */
const preparationMs = 20_000;
const patience = 180_000;

/** Holds an execution back, so that all begin to send at one moment. n8n keeps it in the worker for up to 65 seconds. */
function waitNode(until: Date): BenchNode {
	return {
		name: 'Wait',
		type: 'n8n-nodes-base.wait',
		typeVersion: 1.1,
		parameters: { resume: 'specificTime', dateTime: until.toISOString() },
	};
}

/**
 * Shares rows out to the executions of all workers, which start together.
 *
 * @throws Error when an execution did not succeed, or two were in one worker
 */
export async function runQueueRound(setting: QueueSetting): Promise<QueueRound> {
	const { sandbox, client, workers, rows, batchSize, latency, latencySeed } = setting;
	await sandbox.reset(latency, latencySeed);
	const rowsEach = rows / workers.length;
	const begin = new Date(Date.now() + preparationMs);
	const loads = await Promise.all(
		workers.map(async (_, index) => {
			const campaignId = await sandbox.newCampaign(`Worker ${index + 1}`);
			const workflow = await client.createWorkflow(
				workflowOf(`Load ${index + 1}`, [
					trigger,
					rowsNode(rowsEach, index * rowsEach),
					waitNode(begin),
					addToCampaign(campaignId, { batchSize }),
				]),
			);
			return { campaignId, execution: await client.startWorkflow(workflow, trigger.name) };
		}),
	);
	for (const { execution } of loads) {
		const { status } = await client.waitForExecution(execution, patience);
		if (status !== 'success') throw new Error(`Execution ${execution} ended with ${status}.`);
	}
	requireOneEach(
		workers,
		loads.map(({ execution }) => execution),
	);
	const journal = await sandbox.journal();
	const posts = contactPosts(journal);
	const accepted = acceptedAt(posts);
	const begins = loads.map(({ campaignId }) => contactPosts(journal, campaignId)[0]?.at ?? NaN);
	return {
		workers: workers.length,
		rowsEach,
		requestsEach: Math.ceil(rowsEach / batchSize),
		ratio: ratioToIdeal(accepted, 12),
		refused: 1 - accepted.length / posts.length,
		lost: rows - (await sandbox.summary()).rowsStored,
		mostAttempts: mostAttempts(posts),
		apartMilliseconds: Math.max(...begins) - Math.min(...begins),
	};
}

/** @throws Error unless each worker had exactly one of the executions, by its own log */
function requireOneEach(workers: readonly RunningProcess[], executions: readonly string[]): void {
	for (const worker of workers) {
		const log = worker.log();
		const its = executions.filter((id) => log.includes(`Worker started execution ${id} `));
		if (its.length !== 1) throw new Error(`A worker had ${its.length} of the executions, not one:\n${log}`);
	}
}
