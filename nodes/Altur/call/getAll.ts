import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { checked } from '../../../n8n/form/checked';
import { limitSchema, readLimitFields, returnAllFields } from '../../../n8n/node/returnAll';
import { campaignPicker } from '../campaign/picker';
import { campaignIdSchema } from '../ids';
import { indexedPages } from '../indexedPages';
import { type Operation, perItem } from '../operation';
import { isOn, readFields, readId, readText } from '../readValue';
import { callFilters, callFiltersSchema } from './filters';
import { flatCall } from './flatCall';
import { LastCalls } from './lastCalls';

const fields: INodeProperties[] = [
	campaignPicker,
	...returnAllFields,
	{
		displayName: 'Only the Last Call of Each Contact',
		name: 'lastPerContact',
		type: 'boolean',
		default: false,
		description:
			'Whether to return one call for each contact, the last one. All calls of the campaign are read for it.',
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	callFilters,
];

/** Lists the calls of campaigns: GET /campaigns/{id}/calls, page by page. */
export const getManyCalls: Operation = {
	resource: 'call',
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many calls',
	description: 'List the calls of a campaign, with their contacts and what the agent found out',
	fields,
	run: perItem((form) => {
		const filters = readFields(form.value('filters'));
		const { campaignId, limit, asked } = checked(
			z.object({
				campaignId: campaignIdSchema,
				limit: limitSchema,
				asked: callFiltersSchema(form.context.getTimezone()),
			}),
			{
				campaignId: readId(form.value('campaignId')),
				limit: readLimitFields(form),
				asked: Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, readText(value)])),
			},
		);
		const given = Object.entries(asked).filter(
			(filter): filter is [string, string] => filter[1] !== undefined,
		);
		const list = {
			path: `/campaigns/${campaignId}/calls`,
			key: 'calls' as const,
			filters: Object.fromEntries(given),
		};
		const wantsLast = isOn(form.value('lastPerContact'));
		const isSimple = form.value('simplify') !== false;
		return {
			subject: { campaignId, isIdempotent: true },
			async carryOut(ask) {
				const found: IDataObject[] = [];
				const last = new LastCalls();
				for await (const page of indexedPages(form.context, ask, list, wantsLast ? Infinity : limit)) {
					for (const call of page) {
						if (wantsLast) last.add(call);
						else found.push(call);
					}
				}
				const calls = wantsLast ? last.all().slice(0, limit) : found;
				return isSimple ? calls.map(flatCall) : calls;
			},
		};
	}),
};
