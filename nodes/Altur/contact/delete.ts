import { onlyWhenAsked } from '../../../n8n/agent/onlyWhenAsked';
import { idNumber } from '../ids';
import { type Operation, perItem } from '../operation';
import { CampaignSearch } from './find/campaignSearch';
import { readContactChoice } from './find/choice';
import { deleteFound } from './find/deleteFound';
import { contactChoiceFields } from './find/fields';
import { contactPath, removeContact } from './requests';

/** Deletes contacts, one per input item: by their ID, or by what they are found by in the list of the campaign. */
export const deleteContact: Operation = {
	resource: 'contact',
	name: 'Delete',
	value: 'delete',
	action: 'Delete contact',
	description: 'Remove a contact that was not contacted yet (status queue or failed) from a campaign',
	forAgents: `Removes a contact from a campaign, which cannot be undone; only one that was not contacted yet. ${onlyWhenAsked('this contact to be removed')}`,
	fields: contactChoiceFields,
	async run(context) {
		const search = new CampaignSearch(
			context,
			({ id, contact, f_id }) => ({ id, contact, f_id }),
			'Nothing was deleted for this item.',
		);
		const run = perItem((form) => {
			const choice = readContactChoice(form);
			if ('key' in choice) return deleteFound(form, search, choice);
			const { campaignId, contactId } = choice;
			return {
				subject: { campaignId, contactId, isIdempotent: true },
				once: { what: `delete ${contactPath(choice)}`, inDoubt: 'ask' },
				async carryOut(ask) {
					await removeContact(ask, choice);
					return [{ deleted: true, id: idNumber(contactId), campaign_id: idNumber(campaignId) }];
				},
			};
		});
		return await run(context);
	},
};
