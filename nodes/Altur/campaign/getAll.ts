import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { checked } from '../../../n8n/form/checked';
import type { ItemForm } from '../../../n8n/form/itemForm';
import { circleHint } from '../../../n8n/node/seenPages';
import { agentPicker } from './fields/agentPicker';
import { campaignPages, maxPageSize } from './pages';
import { channelOptions } from './fields/channelField';
import { createdBetweenSchema } from './schemas/createdBetween';
import { labels } from './fields/labels';
import { readFields, readId, readText } from '../readValue';
import { simplifyCampaign } from './simplify';
import { campaignStatusOptions } from './fields/statuses';
import { limitSchema, readLimitFields, returnAllFields } from '../../../n8n/node/returnAll';
import { type Operation, perItem } from '../operation';

const fields: INodeProperties[] = [
	...returnAllFields,
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{ ...agentPicker, required: false, description: 'Only campaigns of this agent' },
			{
				displayName: 'Archived',
				name: 'archived',
				type: 'boolean',
				default: true,
				description: 'Whether to return the archived campaigns instead of the others',
			},
			{
				displayName: labels.integrationType,
				name: 'integrationType',
				type: 'options',
				default: 'phone_call',
				description: 'Only campaigns of this channel',
				options: channelOptions,
			},
			{
				displayName: 'Created After',
				name: 'createdAfter',
				type: 'dateTime',
				default: '',
				description: 'Only campaigns that were created at this time or later',
			},
			{
				displayName: 'Created Before',
				name: 'createdBefore',
				type: 'dateTime',
				default: '',
				description: 'Only campaigns that were created at this time or earlier',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				default: 'active',
				description: 'Only campaigns in this status',
				options: campaignStatusOptions,
			},
		],
	},
];

/** The query of the list. What a filter may hold is left to Altur, besides the dates. */
function readQuery(form: ItemForm) {
	const filters = readFields(form.value('filters'));
	const { limit, created } = checked(
		z.object({ limit: limitSchema, created: createdBetweenSchema(form.context.getTimezone()) }),
		{
			limit: readLimitFields(form),
			created: {
				createdAfter: readText(filters.createdAfter),
				createdBefore: readText(filters.createdBefore),
			},
		},
	);
	const asked = {
		agentId: readId(filters.agentId),
		status: readText(filters.status),
		integration: readText(filters.integrationType),
		archived: filters.archived === true ? true : undefined,
		...created,
	};
	const query: Record<string, string | number | boolean> = { pageSize: Math.min(limit, maxPageSize) };
	for (const [name, value] of Object.entries(asked)) if (value !== undefined) query[name] = value;
	return { limit, query };
}

/** Lists campaigns: GET /campaigns, newest first, page by page. */
export const getManyCampaigns: Operation = {
	resource: 'campaign',
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many campaigns',
	description: 'List campaigns, newest first, also by agent, status, channel and time',
	fields,
	run: perItem((form) => {
		const { limit, query } = readQuery(form);
		const isSimple = form.value('simplify') !== false;
		return {
			subject: { isIdempotent: true },
			async carryOut(ask) {
				const found: IDataObject[] = [];
				for await (const { campaigns, isCircle } of campaignPages(ask, query)) {
					for (const campaign of campaigns) found.push(isSimple ? simplifyCampaign(campaign) : campaign);
					if (found.length >= limit) break;
					if (isCircle) form.context.addExecutionHints(circleHint('Altur', found.length));
				}
				return found.slice(0, limit);
			},
		};
	}),
};
