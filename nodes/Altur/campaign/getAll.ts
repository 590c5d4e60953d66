import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { checked } from '../../../n8n/form/checked';
import type { ItemForm } from '../../../n8n/form/itemForm';
import { circleHint } from '../../../n8n/node/seenPages';
import { agentPicker } from './fields/agentPicker';
import { campaignPages, maxPageSize } from './pages';
import { channelOptions } from './fields/channelField';
import { campaignDatesSchema, dateFilters, type DateFilter } from './schemas/dates';
import { labels } from './fields/labels';
import { readFields, readId, readText } from '../readValue';
import { simplifyCampaign } from './simplify';
import { campaignStatusOptions } from './fields/statuses';
import { limitSchema, readLimitFields, returnAllFields } from '../../../n8n/node/returnAll';
import { type Operation, perItem } from '../operation';

const dateField = (name: DateFilter, description: string): INodeProperties => ({
	displayName: dateFilters[name],
	name,
	type: 'dateTime',
	default: '',
	description,
});

const dateFields = [
	dateField('createdAfter', 'Only campaigns that were created at this time or later'),
	dateField('createdBefore', 'Only campaigns that were created at this time or earlier'),
	dateField('endedAfter', 'Only campaigns that ended at this time or later'),
	dateField('endedBefore', 'Only campaigns that ended at this time or earlier'),
	dateField('startedAfter', 'Only campaigns that started at this time or later'),
	dateField('startedBefore', 'Only campaigns that started at this time or earlier'),
];

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
				description: 'Whether to return archived campaigns too',
			},
			{
				displayName: labels.integrationType,
				name: 'integrationType',
				type: 'options',
				default: 'phone_call',
				description: 'Only campaigns of this channel',
				options: channelOptions,
			},
			...dateFields,
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
	const dates = Object.keys(dateFilters).map((name) => [name, readText(filters[name])]);
	const read = checked(
		z.object({ limit: limitSchema, dates: campaignDatesSchema(form.context.getTimezone()) }),
		{ limit: readLimitFields(form), dates: Object.fromEntries(dates) },
	);
	const asked = {
		agentId: readId(filters.agentId),
		status: readText(filters.status),
		integration: readText(filters.integrationType),
		archived: filters.archived === true ? true : undefined,
		...read.dates,
	};
	const query: Record<string, string | number | boolean> = { pageSize: Math.min(read.limit, maxPageSize) };
	for (const [name, value] of Object.entries(asked)) if (value !== undefined) query[name] = value;
	return { limit: read.limit, query };
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
