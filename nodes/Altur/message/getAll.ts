import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { checked } from '../../../n8n/form/checked';
import { limitSchema, readLimitFields, returnAllFields } from '../../../n8n/node/returnAll';
import { type Operation, perItem } from '../operation';
import { isOn } from '../readValue';
import { threadIdField, threadIdSchema } from '../thread/id';
import { readMessages, toTranscript } from './transcript';

const fields: INodeProperties[] = [
	threadIdField,
	{
		displayName: 'As One Text',
		name: 'asText',
		type: 'boolean',
		default: false,
		description:
			'Whether to return the conversation as one text, with a line for each message, such as "Agent: Hello."',
	},
	...returnAllFields.map((field) => ({
		...field,
		displayOptions: { show: { ...field.displayOptions?.show, asText: [false] } },
	})),
];

/** Lists the messages of conversations: GET /message/{thread_id}, the oldest first. */
export const getManyMessages: Operation = {
	resource: 'message',
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many messages',
	description: 'List the messages of a conversation, the oldest first, or return it as one text',
	fields,
	run: perItem((form) => {
		const wantsText = isOn(form.value('asText'));
		const { threadId, limit } = checked(z.object({ threadId: threadIdSchema, limit: limitSchema }), {
			threadId: form.value('threadId'),
			limit: wantsText ? { returnAll: true } : readLimitFields(form),
		});
		return {
			subject: { thing: `thread ${threadId}`, isIdempotent: true },
			async carryOut(ask) {
				const messages = await readMessages(ask, threadId);
				if (!wantsText) return messages.slice(0, limit);
				return [{ thread_id: threadId, transcript: toTranscript(messages), messages: messages.length }];
			},
		};
	}),
};
