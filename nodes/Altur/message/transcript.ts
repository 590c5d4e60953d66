import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import type { ServiceRequest, ServiceResponse } from '../../../bulk/request/request';
import type { Ask } from '../../../n8n/client/ask';
import { jsonObject, understands } from '../../../n8n/responseSchemas';

const messagesSchema = z.array(jsonObject);

/** GET /message/{thread_id}: all messages of a conversation, the oldest first; the list has no pages. */
export async function readMessages(ask: Ask, threadId: string): Promise<IDataObject[]> {
	const { body } = await ask(messagesRequest(threadId));
	return messagesSchema.parse(body);
}

/**
 * The same for a thread that an answer of Altur names, beside which something else is asked for: a conversation that is
 * not there any more has no messages.
 */
export async function readMessagesIfThere(ask: Ask, threadId: string): Promise<IDataObject[]> {
	const isGone = ({ status }: ServiceResponse) => status === 404;
	const response = await ask({
		...messagesRequest(threadId),
		acceptsAlreadyApplied: true,
		isAlreadyApplied: isGone,
	});
	return isGone(response) ? [] : messagesSchema.parse(response.body);
}

function messagesRequest(threadId: string): ServiceRequest {
	return {
		method: 'GET',
		path: `/message/${encodeURIComponent(threadId)}`,
		retryable: true,
		understands: understands(messagesSchema),
	};
}

/** Who speaks, by the words of messages (AI, EU, SYS) and of webhooks (assistant, user). */
const speakers: ReadonlyMap<string, string> = new Map([
	['AI', 'Agent'],
	['EU', 'Contact'],
	['SYS', 'System'],
	['assistant', 'Agent'],
	['user', 'Contact'],
]);

const line = z.object({
	sent_by: z.string().catch(''),
	content: z.string().nullish().catch(undefined),
	type: z.string().optional().catch(undefined),
});

/**
 * A conversation as text: a line for each message, `Agent: Hello.` An image or another message without text is named by
 * its type: `Contact: [image]`.
 */
export function toTranscript(messages: readonly unknown[]): string {
	const lines = messages.flatMap((message) => {
		const read = line.safeParse(message).data;
		if (!read) return [];
		const { sent_by, content, type = 'message' } = read;
		const said = content ?? '';
		return `${speakers.get(sent_by) ?? (sent_by || 'Unknown')}: ${said === '' ? `[${type}]` : said}`;
	});
	return lines.join('\n');
}
