import { randomUUID } from 'node:crypto';
import type { N8nClient } from '../../../scripts/n8n/client';
import { outputItems } from '../../../scripts/n8n/runData';
import { type SignedEvent, webhookSecret } from './signedEvents';

/** The trigger node of the workflows made here. */
export const alturTrigger = 'Altur Trigger';

interface PublishedTrigger {
	workflowId: string;
	/** Of the production address, behind n8n's own. */
	path: string;
}

/** Stores a workflow of the trigger and one node behind it. @returns its ID, and the path of its production address */
export async function storeTrigger(
	client: N8nClient,
	parameters: Record<string, unknown> = {},
	secret = webhookSecret,
): Promise<PublishedTrigger> {
	const name = 'Altur with webhooks';
	const id = await client.createCredential({
		name,
		type: 'alturApi',
		data: { apiKey: 'sandbox-key', baseUrl: 'http://127.0.0.1:9/api/v1.0', webhookSecret: secret },
	});
	const webhookId = randomUUID();
	const workflowId = await client.createWorkflow({
		name: 'Results of calls',
		nodes: [
			{
				id: randomUUID(),
				name: alturTrigger,
				type: 'n8n-nodes-altur.alturTrigger',
				typeVersion: 1,
				position: [0, 0],
				webhookId,
				parameters: { events: ['*'], output: 'simple', filters: {}, options: {}, ...parameters },
				credentials: { alturApi: { id, name } },
			},
			{
				id: randomUUID(),
				name: 'Next',
				type: 'n8n-nodes-base.noOp',
				typeVersion: 1,
				position: [220, 0],
				parameters: {},
			},
		],
		connections: { [alturTrigger]: { main: [[{ node: 'Next', type: 'main', index: 0 }]] } },
	});
	return { workflowId, path: `/webhook/${webhookId}/webhook` };
}

/** What each run of a workflow began with, in no order, once no run is under way. */
export async function begunWith(
	client: N8nClient,
	workflowId: string,
): Promise<Array<Record<string, unknown>>> {
	const rows: Array<Record<string, unknown>> = [];
	await sideBySide(await client.executionsOf(workflowId), async (execution) => {
		const { data } = await client.waitForExecution(execution);
		rows.push(...outputItems(data, alturTrigger));
	});
	return rows;
}

/** The same, published. */
export async function publishTrigger(...stored: Parameters<typeof storeTrigger>): Promise<PublishedTrigger> {
	const workflow = await storeTrigger(...stored);
	await stored[0].publishWorkflow(workflow.workflowId);
	return workflow;
}

/** How a call of Altur was answered. */
interface Answer {
	status: number;
	milliseconds: number;
}

/** Calls the trigger as Altur does. @param signature nothing for a call that nobody signed */
export async function call(
	address: string,
	{ body, signature }: Pick<SignedEvent, 'body'> & { signature?: string },
): Promise<Answer> {
	const begun = performance.now();
	const response = await fetch(address, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...(signature && { 'x-altur-signature': signature }) },
		body,
	});
	await response.arrayBuffer();
	return { status: response.status, milliseconds: performance.now() - begun };
}

/** Calls with all events, so many at a time. @returns the answers in the order of the events */
export async function callWithAll(
	address: string,
	events: readonly SignedEvent[],
	atATime = 20,
): Promise<Answer[]> {
	const answers: Answer[] = [];
	await sideBySide(
		events,
		async (event, index) => {
			answers[index] = await call(address, event);
		},
		atATime,
	);
	return answers;
}

async function sideBySide<Work>(
	all: readonly Work[],
	carryOut: (work: Work, index: number) => Promise<void>,
	atATime = 10,
): Promise<void> {
	const left = all.entries();
	const worker = async () => {
		for (const [index, work] of left) await carryOut(work, index);
	};
	await Promise.all(Array.from({ length: atATime }, worker));
}
