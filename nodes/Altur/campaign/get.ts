import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Ask } from '../../../n8n/client/ask';
import { checked } from '../../../n8n/form/checked';
import { campaignIdSchema } from '../ids';
import { readId } from '../readValue';
import { createdSpan } from './createdSpan';
import { campaignPages, maxPageSize } from './pages';
import { campaignPicker } from './picker';
import { readCampaign } from './requests';
import { type Operation, perItem } from '../operation';

const fields: INodeProperties[] = [
	campaignPicker,
	{
		displayName: 'Return Everything Altur Knows',
		name: 'returnEverything',
		type: 'boolean',
		default: false,
		description:
			'Whether to add what Altur gives with its list of campaigns only: description, time zone, retries, first message, template, archived and more (one request more)',
	},
];

/** Reads campaigns: GET /campaigns/{id}, one per input item. */
export const getCampaign: Operation = {
	resource: 'campaign',
	name: 'Get',
	value: 'get',
	action: 'Get campaign',
	description: 'Read one campaign, with its schedule, cycles and analytics',
	fields,
	run: perItem((form) => {
		const campaignId = checked(campaignIdSchema, readId(form.value('campaignId')));
		const wantsAll = form.value('returnEverything') === true;
		return {
			subject: { campaignId, isIdempotent: true },
			async carryOut(ask) {
				const campaign = await readCampaign(ask, campaignId);
				return [wantsAll ? { ...(await readListed(ask, campaign)), ...campaign } : campaign];
			},
		};
	}),
};

/** The campaign as it stands in the list, which has fields that the detail leaves out; nothing if it is not there. */
async function readListed(ask: Ask, campaign: IDataObject): Promise<IDataObject> {
	const query = { pageSize: maxPageSize, archived: true, ...createdSpan([campaign]) };
	for await (const { campaigns } of campaignPages(ask, query)) {
		const listed = campaigns.find(({ id }) => id === campaign.id);
		if (listed) return listed;
	}
	return {};
}
