import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { checked } from '../../../n8n/form/checked';
import { campaignIdSchema } from '../ids';
import { campaignPicker } from '../campaign/picker';
import { readFields, readId, readText } from '../readValue';
import { indexedPages } from '../indexedPages';
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
		const list = {
			path: `/campaigns/${campaignId}/contacts`,
			key: 'contacts' as const,
			filters: { ...(status !== undefined && { status }) },
		};
		return {
			subject: { campaignId, isIdempotent: true },
			async carryOut(ask) {
				const found: IDataObject[] = [];
				for await (const page of indexedPages(form.context, ask, list, limit)) {
					for (const contact of page) found.push(contact);
				}
				return found;
			},
		};
	}),
};
