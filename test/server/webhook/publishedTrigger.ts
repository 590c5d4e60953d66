import { randomUUID } from 'node:crypto';
import type { N8nClient } from '../../../scripts/n8n/client';
import { outputItems } from '../../../scripts/n8n/runData';
import { sideBySide } from '../../webhook/callTrigger';
import { webhookSecret } from '../../webhook/signedEvents';

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
	const begun = new Map<string, Array<Record<string, unknown>>>();
	for (;;) {
		// A run that begins or ends while n8n's list is read page by page changes its place, and may be passed over.
		const executions = await client.executionsOf(workflowId);
		const unread = executions.filter((execution) => !begun.has(execution));
		if (unread.length === 0) return [...begun.values()].flat();
		await sideBySide(unread, async (execution) => {
			const { data } = await client.waitForExecution(execution);
			begun.set(execution, outputItems(data, alturTrigger));
		});
	}
}

/** The same, published. */
export async function publishTrigger(...stored: Parameters<typeof storeTrigger>): Promise<PublishedTrigger> {
	const workflow = await storeTrigger(...stored);
	await stored[0].publishWorkflow(workflow.workflowId);
	return workflow;
}
