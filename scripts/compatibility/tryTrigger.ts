import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AlturSandbox } from '../../sandbox/altur/startAlturSandbox';
import { begunWith, publishTrigger } from '../../test/server/webhook/publishedTrigger';
import { call } from '../../test/webhook/callTrigger';
import { callEnd, webhookSecret } from '../../test/webhook/signedEvents';
import type { N8nClient } from '../n8n/client';

/** So long (ms) n8n may take to list the run that an event has started. */
const patienceMs = 60_000;

/** Whose call ends. */
const contact = { contact: '+525512345678', f_id: 'crm-7', name: 'Sofía Núñez' };

/**
 * Publishes a workflow that begins with Altur Trigger. An event that nobody signed must be refused; the end of a call,
 * sent by the local Altur, must start the only run, with the row of that call.
 *
 * @param url where n8n is
 * @returns what is not as expected; empty when all is
 */
export async function tryTrigger(client: N8nClient, sandbox: AlturSandbox, url: string): Promise<string> {
	const { workflowId, path } = await publishTrigger(client);
	const { status } = await call(url + path, { body: callEnd('cll_unsigned') });

	const { id: campaignId } = sandbox.addCampaign({ contacts: [contact] });
	const { id: callId } = sandbox.addCall(campaignId, {
		contact: { phone_number: contact.contact, f_id: contact.f_id, status: 'converted' },
	});
	sandbox.setWebhook({ url: url + path, secret: webhookSecret });
	sandbox.sendEvent({ type: 'on_call_end', callId });
	// The unsigned event came first, so a run of its own would be listed by then.
	await untilBegun(client, workflowId, sandbox);

	const begun = (await begunWith(client, workflowId)).map((row) => ({
		event: row.event,
		call_id: row.call_id,
		status: row.status,
		contact: row.contact,
		f_id: row.f_id,
		name: row.name,
	}));
	const wanted = [{ event: 'on_call_end', call_id: callId, status: 'converted', ...contact }];
	return [
		...(status === 401 ? [] : [`An event that nobody signed is answered with ${status}, not with 401.`]),
		...(isDeepStrictEqual(begun, wanted) ? [] : [`Runs began with ${JSON.stringify(begun)}.`]),
	].join(' ');
}

async function untilBegun(client: N8nClient, workflowId: string, sandbox: AlturSandbox): Promise<void> {
	const giveUp = performance.now() + patienceMs;
	while ((await client.executionsOf(workflowId)).length === 0) {
		if (performance.now() > giveUp) {
			const answers = sandbox.deliveries().map(({ status, problem }) => status ?? problem);
			throw new Error(`No run began; n8n answered the signed event with ${answers.join(', ')}.`);
		}
		await sleep(200);
	}
}
