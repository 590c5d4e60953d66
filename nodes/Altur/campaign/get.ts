import { checked } from '../../../n8n/form/checked';
import { campaignIdSchema } from '../ids';
import { campaignPicker } from './picker';
import { readCampaign } from './requests';
import { readId } from '../readValue';
import { type Operation, perItem } from '../operation';

/** Reads campaigns: GET /campaigns/{id}, one per input item. */
export const getCampaign: Operation = {
	resource: 'campaign',
	name: 'Get',
	value: 'get',
	action: 'Get campaign',
	description: 'Read one campaign, with its schedule, cycles and analytics',
	fields: [campaignPicker],
	run: perItem((form) => {
		const campaignId = checked(campaignIdSchema, readId(form.value('campaignId')));
		return {
			subject: { campaignId, isIdempotent: true },
			carryOut: async (ask) => [await readCampaign(ask, campaignId)],
		};
	}),
};
