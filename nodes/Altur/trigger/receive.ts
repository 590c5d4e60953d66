import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { z } from 'zod';
import { jsonObject } from '../../../n8n/responseSchemas';
import { isOn, readFields, readList } from '../readValue';
import { readEvent } from './events';
import { wantedBy } from './filters';
import { startsAnew } from './onceStarted';
import { readSecret } from './secret';
import { isSigned } from './signature';
import { simpleRow } from './simpleRow';

/** A conversation of hours has less. */
const maxBodyBytes = 5 * 1024 * 1024;

const signedRequest = z.object({
	rawBody: z.instanceof(Buffer).catch(Buffer.alloc(0)),
	headers: z.object({ 'x-altur-signature': z.string().optional().catch(undefined) }),
});

/** What Altur's server, whose request n8n holds open, is answered with. */
interface Refusal {
	status: 400 | 401 | 413 | 500;
	message: string;
}

/**
 * Answers one call of Altur, which waits 5 s, without a request of its own: 401 to what Altur has not signed, 200 to
 * whatever it has, because it sends everything else again, five times in all (docs.altur.io, Webhooks Overview).
 *
 * @returns what n8n starts the workflow with; nothing of the body is logged
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { rawBody, headers } = signedRequest.parse(context.getRequestObject());
	if (rawBody.length > maxBodyBytes) return refuse(context, { status: 413, message: 'More than 5 MB.' });
	const refusal = await doubt(context, rawBody, headers['x-altur-signature']);
	if (refusal) return refuse(context, refusal);
	const payload = parseJson(rawBody);
	if (!payload) return refuse(context, { status: 400, message: 'Not a JSON object.' });

	const event = readEvent(payload);
	const events = readList(context.getNodeParameter('events')) ?? [];
	const isWanted = wantedBy(context.getNodeParameter('filters', {}));
	if (!(events.includes('*') || events.includes(event.type)) || !isWanted(event)) {
		return { webhookResponse: { started: false, reason: 'The trigger does not wait for this event.' } };
	}
	// At the test address a person sends the same event until all is right.
	if (context.getMode() !== 'manual' && !startsAnew(context, event, rawBody)) {
		return { webhookResponse: { started: false, reason: 'The event came before.' } };
	}
	const isWhole = context.getNodeParameter('output') === 'whole';
	return { workflowData: [[{ json: isWhole ? payload : simpleRow(event) }]] };
}

/** @returns why the call may not be Altur's; nothing when it is */
async function doubt(
	context: IWebhookFunctions,
	body: Buffer,
	signature: string | undefined,
): Promise<Refusal | undefined> {
	const mayBeUnsigned = isOn(readFields(context.getNodeParameter('options', {})).acceptUnsigned);
	if (mayBeUnsigned && signature === undefined) return undefined;
	let secret: string | undefined;
	try {
		secret = readSecret(await context.getCredentials('alturApi'));
	} catch {
		return { status: 500, message: 'The credential of the trigger cannot be used.' };
	}
	if (secret === undefined) {
		return mayBeUnsigned ? undefined : { status: 500, message: 'The credential has no Webhook Secret.' };
	}
	if (isSigned(body, signature, secret)) return undefined;
	return { status: 401, message: signature === undefined ? 'Not signed.' : 'The signature does not match.' };
}

function refuse(context: IWebhookFunctions, { status, message }: Refusal): IWebhookResponseData {
	context.logger.warn(`${context.getNode().name} answered a call with ${status}: ${message}`);
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}

function parseJson(body: Buffer) {
	try {
		return jsonObject.safeParse(JSON.parse(body.toString('utf8').replace(/^\ufeff/, ''))).data;
	} catch {
		return undefined;
	}
}
