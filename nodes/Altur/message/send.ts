import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { onlyWhenAsked } from '../../../n8n/agent/onlyWhenAsked';
import { checked } from '../../../n8n/form/checked';
import { jsonObject, understands } from '../../../n8n/responseSchemas';
import { agentPicker } from '../campaign/fields/agentPicker';
import { chosenSchema } from '../campaign/schemas/fields';
import { endUserIdField, endUserIdSchema } from '../endUser/fields';
import { type Operation, perItem } from '../operation';
import { readId, readText } from '../readValue';

const fields: INodeProperties[] = [
	{ ...agentPicker, description: 'The agent that gets the message, and answers it' },
	{ ...endUserIdField, description: 'The person in whose name the message is sent' },
	{
		displayName: 'Message',
		name: 'content',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		placeholder: 'e.g. I would like to pay on Friday',
		description: 'What the person says to the agent',
	},
];

const schema = z.object({
	agent_id: chosenSchema('Agent'),
	end_user_id: endUserIdSchema,
	content: z.string({ message: 'Message is empty' }),
});

/**
 * Sends messages to agents in the name of end users: POST /message, one per input item. It takes no idempotency key, so
 * it is not sent again when its end is unknown.
 */
export const sendMessage: Operation = {
	resource: 'message',
	name: 'Send',
	value: 'send',
	action: 'Send message',
	description: 'Send a message to an agent in the name of a person, and return what the agent answers',
	forAgents: `Sends a message to an agent in the name of a real person, and returns what the agent answers. ${onlyWhenAsked('this message, in the name of this person')}`,
	fields,
	run: perItem(({ value }) => {
		const message = checked(schema, {
			agent_id: readId(value('agentId')),
			end_user_id: value('endUserId'),
			content: readText(value('content')),
		});
		return {
			subject: {
				onRetry: ({ mayHaveBeenApplied }) =>
					mayHaveBeenApplied
						? 'Look in Altur first whether the message is there: a new run would send it again.'
						: 'A retry is safe: the message was not sent.',
			},
			once: {
				what: 'send message',
				inDoubt: 'refuse',
				toWhom: `${message.end_user_id} ${message.content}`,
			},
			async carryOut(ask) {
				const { body } = await ask({
					method: 'POST',
					path: '/message',
					body: Buffer.from(JSON.stringify(message)),
					retryable: false,
					understands: understands(jsonObject),
				});
				return [jsonObject.parse(body)];
			},
		};
	}),
};
