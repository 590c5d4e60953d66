import { campaignPicker } from '../campaign/picker';
import { contactIdField, readContactAddress } from './address';
import { idNumber } from '../ids';
import { type Operation, perItem } from '../operation';

/** Deletes contacts: DELETE /campaigns/{id}/contacts/{contact_id}, one per input item. */
export const deleteContact: Operation = {
	resource: 'contact',
	name: 'Delete',
	value: 'delete',
	action: 'Delete contact',
	description: 'Remove a contact that was not contacted yet (status queue or failed) from a campaign',
	fields: [campaignPicker, contactIdField],
	run: perItem((form) => {
		const { path, ...ids } = readContactAddress(form);
		return {
			subject: { ...ids, isIdempotent: true },
			once: { what: `delete ${path}`, inDoubt: 'ask' },
			async carryOut(ask) {
				await ask({
					method: 'DELETE',
					path,
					retryable: true,
					isAlreadyApplied: ({ status }) => status === 404,
				});
				return [{ deleted: true, id: idNumber(ids.contactId), campaign_id: idNumber(ids.campaignId) }];
			},
		};
	}),
};
