import { onlyWhenAsked } from '../../../n8n/agent/onlyWhenAsked';
import { checked } from '../../../n8n/form/checked';
import { type Operation, perItem } from '../operation';
import { endUserIdField, endUserIdSchema } from './fields';

/** Deletes end users: DELETE /enduser/{id}, one per input item. */
export const deleteEndUser: Operation = {
	resource: 'endUser',
	name: 'Delete',
	value: 'delete',
	action: 'Delete end user',
	description: 'Delete a person',
	forAgents: `Deletes a person, which cannot be undone. ${onlyWhenAsked('this person to be deleted')}`,
	fields: [endUserIdField],
	run: perItem((form) => {
		const endUserId = checked(endUserIdSchema, form.value('endUserId'));
		const path = `/enduser/${endUserId}`;
		return {
			subject: { thing: `end user ${endUserId}`, isIdempotent: true },
			once: { what: `delete ${path}`, inDoubt: 'ask' },
			async carryOut(ask) {
				await ask({
					method: 'DELETE',
					path,
					retryable: true,
					isAlreadyApplied: ({ status }) => status === 404,
				});
				return [{ deleted: true, id: endUserId }];
			},
		};
	}),
};
