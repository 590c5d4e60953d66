import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { askFromEditor } from '../client';
import { campaignPages, maxPageSize } from './pages';

/** Chooses a campaign from the list, by name, or by its ID. */
export const campaignPicker: INodeProperties = {
	displayName: 'Campaign',
	name: 'campaignId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The campaign in Altur',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a campaign...',
			typeOptions: { searchListMethod: 'searchCampaigns', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 1234',
			validation: [
				{
					type: 'regex',
					properties: { regex: '^\\s*\\d+\\s*$', errorMessage: 'A campaign ID is a whole number' },
				},
			],
		},
	],
};

const listed = z.object({ id: z.number(), name: z.string(), status: z.string().optional() });

/** Altur's list has no search by name, so pages are read until enough names match. */
const maxPages = 10;
const enough = 20;

/**
 * Fills the campaign list of the editor.
 *
 * @param filter what the person typed; part of a name in any case, or an ID
 * @param paginationToken where the list that is shown so far ended
 */
export async function searchCampaigns(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const ask = await askFromEditor(this);
	const wanted = filter?.trim().toLowerCase() ?? '';
	const results: INodeListSearchResult['results'] = [];
	let next: string | undefined;
	let pages = 0;
	for await (const page of campaignPages(ask, { pageSize: maxPageSize }, paginationToken)) {
		for (const { id, name, status } of page.campaigns.flatMap((one) => listed.safeParse(one).data ?? [])) {
			const isWanted = name.toLowerCase().includes(wanted) || String(id) === wanted;
			if (isWanted) results.push({ name: status ? `${name} (${status})` : name, value: String(id) });
		}
		next = page.cursor;
		if (results.length >= enough || ++pages >= maxPages) break;
	}
	return { results, paginationToken: next };
}
