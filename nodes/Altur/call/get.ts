import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import type { Ask } from '../../../n8n/client/ask';
import { checked } from '../../../n8n/form/checked';
import { jsonObject, understands } from '../../../n8n/responseSchemas';
import { readMessagesIfThere, toTranscript } from '../message/transcript';
import { type Operation, perItem } from '../operation';
import { isOn } from '../readValue';
import { callIdField, callIdSchema } from './id';

const fields: INodeProperties[] = [
	callIdField,
	{
		displayName: 'Include Transcript',
		name: 'includeTranscript',
		type: 'boolean',
		default: false,
		description:
			'Whether to add the messages of the conversation, and the same as one text (one request more)',
	},
];

const withThread = z.object({ thread: z.object({ id: z.string().min(1) }) });

/** Reads calls: GET /call/{id}, one per input item; with GET /message/{thread_id} for the transcript. */
export const getCall: Operation = {
	resource: 'call',
	name: 'Get',
	value: 'get',
	action: 'Get call',
	description: 'Read one call, with its conversation and how it went',
	fields,
	run: perItem((form) => {
		const callId = checked(callIdSchema, form.value('callId'));
		const wantsTranscript = isOn(form.value('includeTranscript'));
		return {
			subject: { thing: `call ${callId}`, isIdempotent: true },
			async carryOut(ask) {
				const { body } = await ask({
					method: 'GET',
					path: `/call/${callId}`,
					retryable: true,
					understands: understands(jsonObject),
				});
				const call = jsonObject.parse(body);
				return [wantsTranscript ? { ...call, ...(await readTranscript(ask, call)) } : call];
			},
		};
	}),
};

/** A call that was never connected has no conversation. */
async function readTranscript(ask: Ask, call: IDataObject): Promise<IDataObject> {
	const threadId = withThread.safeParse(call).data?.thread.id;
	const messages = threadId === undefined ? [] : await readMessagesIfThere(ask, threadId);
	return { messages, transcript: toTranscript(messages) };
}
