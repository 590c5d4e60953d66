import { z } from 'zod';
import { checked } from '../../../n8n/form/checked';
import { retryOfCreation } from '../../../n8n/messages';
import { type Operation, perItem } from '../operation';
import { readText } from '../readValue';
import { displayNameField, infoField, labels } from './fields';
import { askEndUser } from './requests';

const schema = z.object({
	display_name: z.string({ message: `${labels.displayName} is empty` }),
	info: z.string().optional(),
});

/**
 * Creates end users: POST /enduser, one per input item. It takes no idempotency key, so it is not sent again when its
 * end is unknown.
 */
export const createEndUser: Operation = {
	resource: 'endUser',
	name: 'Create',
	value: 'create',
	action: 'Create end user',
	description: 'Create a person whom agents can talk to outside of campaigns',
	fields: [{ ...displayNameField, required: true }, infoField],
	run: perItem(({ value }) => {
		const body = checked(schema, {
			display_name: readText(value('displayName')),
			info: readText(value('info')),
		});
		return {
			subject: { onRetry: (failure) => retryOfCreation(failure, 'Altur') },
			once: { what: 'create end user', inDoubt: 'refuse', toWhom: body.display_name },
			async carryOut(ask) {
				return [await askEndUser(ask, { method: 'POST', path: '/enduser', retryable: false }, body)];
			},
		};
	}),
};
