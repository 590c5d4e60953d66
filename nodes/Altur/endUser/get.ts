import { checked } from '../../../n8n/form/checked';
import { type Operation, perItem } from '../operation';
import { endUserIdField, endUserIdSchema } from './fields';
import { readEndUser } from './requests';

/** Reads end users: GET /enduser/{id}, one per input item. */
export const getEndUser: Operation = {
	resource: 'endUser',
	name: 'Get',
	value: 'get',
	action: 'Get end user',
	description: 'Read one person',
	fields: [endUserIdField],
	run: perItem((form) => {
		const endUserId = checked(endUserIdSchema, form.value('endUserId'));
		return {
			subject: { thing: `end user ${endUserId}`, isIdempotent: true },
			carryOut: async (ask) => [await readEndUser(ask, endUserId)],
		};
	}),
};
