import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { checked } from '../../../n8n/form/checked';
import { circleHint } from '../../../n8n/node/seenPages';
import { campaignIdSchema } from '../ids';
import { campaignPicker } from '../campaign/picker';
import { readFields, readId, readText } from '../readValue';
import { contactPages, maxPageSize, maxReadableContacts } from './pages';
import { contactStatusOptions } from './statuses';
import { limitSchema, readLimitFields, returnAllFields } from '../../../n8n/node/returnAll';
import { type Operation, perItem } from '../operation';

const fields: INodeProperties[] = [
	campaignPicker,
	...returnAllFields,
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				default: 'queue',
				description: 'Only contacts in this status',
				options: contactStatusOptions,
			},
		],
	},
];

const schema = z.object({ campaignId: campaignIdSchema, limit: limitSchema });

const cutOff = `Altur gives out the first ${new Intl.NumberFormat('en').format(maxReadableContacts)} contacts of a list, and there are more. Filter by status to reach the others.`;

/** Lists the contacts of campaigns: GET /campaigns/{id}/contacts, page by page. */
export const getManyContacts: Operation = {
	resource: 'contact',
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many contacts',
	description: 'List the contacts of a campaign with their statuses, at most 2,500,100 of them',
	fields,
	run: perItem((form) => {
		const { campaignId, limit } = checked(schema, {
			campaignId: readId(form.value('campaignId')),
			limit: readLimitFields(form),
		});
		const status = readText(readFields(form.value('filters')).status);
		const query = { pageSize: Math.min(limit, maxPageSize), ...(status !== undefined && { status }) };
		return {
			subject: { campaignId, isIdempotent: true },
			async carryOut(ask) {
				const found: IDataObject[] = [];
				for await (const { contacts, isCutOff, isCircle } of contactPages(ask, campaignId, query)) {
					for (const contact of contacts) found.push(contact);
					if (found.length >= limit) break;
					if (isCircle) form.context.addExecutionHints(circleHint('Altur', found.length));
					if (isCutOff) {
						form.context.addExecutionHints({ type: 'warning', location: 'outputPane', message: cutOff });
					}
				}
				return found.slice(0, limit);
			},
		};
	}),
};
