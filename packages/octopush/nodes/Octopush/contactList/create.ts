import { listNameField, requireListName } from '../names';
import { type Operation, perItem } from '../operation';
import { retryOfCreation } from '../../../../../n8n/messages';

/**
 * Creates a contact list: POST /contact-list/create. No page says what a second creation under the same name does,
 * so it is not sent again when its end is unknown.
 */
export const createList: Operation = {
	resource: 'contactList',
	name: 'Create',
	value: 'create',
	action: 'Create contact list',
	description: 'Create an empty contact list',
	fields: [{ ...listNameField, required: true }],
	run: perItem(({ value }) => {
		const list_name = requireListName(value('listName'));
		return {
			once: { what: 'create list', inDoubt: 'refuse' },
			onRetry: (failure) => retryOfCreation(failure, 'Octopush'),
			async carryOut(ask) {
				const body = Buffer.from(JSON.stringify({ list_name }));
				await ask({ method: 'POST', path: '/contact-list/create', body, retryable: false });
				return [{ list_name, created: true }];
			},
		};
	}),
};
