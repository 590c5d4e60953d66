import type { IDataObject, INodeProperties, NodeExecutionHint } from 'n8n-workflow';
import type { Ask } from '../../../n8n/client/ask';
import { checked } from '../../../n8n/form/checked';
import { campaignIdSchema } from '../ids';
import { isOn, readId } from '../readValue';
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
		const wantsAll = isOn(form.value('returnEverything'));
		return {
			subject: { campaignId, isIdempotent: true },
			async carryOut(ask) {
				const campaign = await readCampaign(ask, campaignId);
				if (!wantsAll) return [campaign];
				const listed = await readListed(ask, campaign);
				if (!listed) form.context.addExecutionHints(notListed(campaignId));
				return [{ ...listed, ...campaign }];
			},
		};
	}),
};

/**
 * The campaign as it stands in the list, which has fields that the detail leaves out. It is looked for among those that
 * were created when it was.
 *
 * @returns undefined when it is not there, or the list cannot be read: the detail stands all the same
 */
async function readListed(ask: Ask, campaign: IDataObject): Promise<IDataObject | undefined> {
	const span = createdSpan([campaign]);
	if (!span) return undefined;
	try {
		for await (const { campaigns } of campaignPages(ask, {
			pageSize: maxPageSize,
			archived: true,
			...span,
		})) {
			const listed = campaigns.find(({ id }) => String(id) === String(campaign.id));
			if (listed) return listed;
		}
	} catch {
		return undefined;
	}
	return undefined;
}

function notListed(campaignId: string): NodeExecutionHint {
	return {
		type: 'warning',
		location: 'outputPane',
		message: `Altur's list did not give campaign ${campaignId}, so what Altur tells only there (description, time zone, retries and more) is missing.`,
	};
}
