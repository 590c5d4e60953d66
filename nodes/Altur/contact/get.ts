import { type Operation, perItem } from '../operation';
import { CampaignSearch } from './find/campaignSearch';
import { readContactChoice } from './find/choice';
import { contactChoiceFields } from './find/fields';
import { readContact } from './requests';

/** Reads contacts, one per input item: by their ID, or out of the list of the campaign, which shows them in the same way. */
export const getContact: Operation = {
	resource: 'contact',
	name: 'Get',
	value: 'get',
	action: 'Get contact',
	description: 'Read one contact of a campaign, with its status and tags',
	fields: contactChoiceFields,
	async run(context) {
		const search = new CampaignSearch(context, (contact) => contact);
		const run = perItem((form) => {
			const choice = readContactChoice(form);
			if ('key' in choice) {
				search.announce(choice);
				return {
					subject: { campaignId: choice.campaignId, isIdempotent: true },
					carryOut: async (ask) => [await search.find(ask, choice)],
				};
			}
			return {
				subject: { ...choice, isIdempotent: true },
				carryOut: async (ask) => [await readContact(ask, choice)],
			};
		});
		return await run(context);
	},
};
