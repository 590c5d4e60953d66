import { onlyWhenAsked } from '../../../../../n8n/agent/onlyWhenAsked';
import { contactIdField } from './form';
import { requireId } from '../ids';
import { type Operation, perItem } from '../operation';

/** Deletes a contact: DELETE /contacts/{id}. */
export const deleteContact: Operation = {
	resource: 'contact',
	name: 'Delete',
	value: 'delete',
	action: 'Delete contact',
	description: 'Delete one contact per item, in all audiences too; past calls are kept',
	forAgents: `Deletes a contact, in all audiences too, which cannot be undone. ${onlyWhenAsked('this contact to be deleted')}`,
	fields: [contactIdField],
	run: perItem(({ value }) => {
		const contactId = requireId('contact', value('contactId'));
		return {
			subject: { contactId },
			once: { what: `delete contact ${contactId}`, inDoubt: 'ask' },
			async carryOut(ask) {
				await ask({
					method: 'DELETE',
					path: `/contacts/${encodeURIComponent(contactId)}`,
					retryable: true,
					isAlreadyApplied: ({ status }) => status === 404,
				});
				return [{ id: contactId, deleted: true }];
			},
		};
	}),
};
