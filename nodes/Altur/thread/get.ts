import { checked } from '../../../n8n/form/checked';
import { jsonObject, understands } from '../../../n8n/responseSchemas';
import { type Operation, perItem } from '../operation';
import { threadIdField, threadIdSchema } from './id';

/** Reads conversations: GET /thread/{id}, one per input item. */
export const getThread: Operation = {
	resource: 'thread',
	name: 'Get',
	value: 'get',
	action: 'Get thread',
	description: 'Read one conversation: its agent, end user and tags, with the IDs of the tags',
	fields: [threadIdField],
	run: perItem((form) => {
		const threadId = checked(threadIdSchema, form.value('threadId'));
		return {
			subject: { thing: `thread ${threadId}`, isIdempotent: true },
			async carryOut(ask) {
				const { body } = await ask({
					method: 'GET',
					path: `/thread/${threadId}`,
					retryable: true,
					understands: understands(jsonObject),
				});
				return [jsonObject.parse(body)];
			},
		};
	}),
};
