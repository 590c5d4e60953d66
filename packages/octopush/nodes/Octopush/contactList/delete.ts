import { onlyWhenAsked } from '../../../../../n8n/agent/onlyWhenAsked';
import { listNameField, requireListName } from '../names';
import { type Operation, perItem } from '../operation';

/** Deletes a contact list: DELETE /contact-list/delete. */
export const deleteList: Operation = {
	resource: 'contactList',
	name: 'Delete',
	value: 'delete',
	action: 'Delete contact list',
	description: 'Delete a contact list; its contacts stay in the account',
	forAgents: `Deletes a contact list, which cannot be undone; its contacts stay in the account. ${onlyWhenAsked('this list to be deleted')}`,
	fields: [{ ...listNameField, required: true }],
	run: perItem(({ value }) => {
		const list_name = requireListName(value('listName'));
		return {
			once: { what: `delete list ${list_name}`, inDoubt: 'ask' },
			async carryOut(ask) {
				await ask({
					method: 'DELETE',
					path: '/contact-list/delete',
					body: Buffer.from(JSON.stringify({ list_name })),
					retryable: true,
					isAlreadyApplied: ({ status }) => status === 404,
				});
				return [{ list_name, deleted: true }];
			},
		};
	}),
};
