import { onlyWhenAsked } from '../../../../../n8n/agent/onlyWhenAsked';
import { listNameField, requireListName } from '../names';
import { type Operation, perItem } from '../operation';

/** Empties a contact list: POST /contact-list/empty. Emptying it twice comes to the same as once. */
export const emptyList: Operation = {
	resource: 'contactList',
	name: 'Empty',
	value: 'empty',
	action: 'Empty contact list',
	description: 'Take all contacts out of a contact list, which stays',
	forAgents: `Takes all contacts out of a contact list, which cannot be undone. ${onlyWhenAsked('this list to be emptied')}`,
	fields: [
		{ ...listNameField, required: true },
		{
			displayName: 'Delete Contacts',
			name: 'deleteContacts',
			type: 'boolean',
			default: false,
			description: 'Whether to delete the contacts from the account too',
		},
	],
	run: perItem(({ value }) => {
		const list_name = requireListName(value('listName'));
		const delete_contacts = value('deleteContacts') === true;
		return {
			async carryOut(ask) {
				const body = Buffer.from(JSON.stringify({ list_name, delete_contacts }));
				await ask({ method: 'POST', path: '/contact-list/empty', body, retryable: true });
				return [{ list_name, emptied: true, contacts_deleted: delete_contacts }];
			},
		};
	}),
};
