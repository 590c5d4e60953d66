import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { z } from 'zod';
import type { Ask } from '../../../n8n/client/ask';
import { askFromEditor } from '../client';
import { channelsOf } from './channels';
import { campaignPages, maxPageSize } from './pages';

const listed = z.object({
	id: z.number(),
	name: z.string(),
	status: z.string().optional(),
	archived: z.boolean().optional().catch(undefined),
});

/** Altur's list has no search by name: so many pages are read at once, 10,000 campaigns in nine seconds. */
const maxPages = 100;
/** So many campaigns fill what the editor shows; it asks for more when the person scrolls. */
const enough = 20;

/** What the person typed. */
interface Wanted {
	/** Part of a name, or an ID, in lower case. */
	text: string;
	/** Whether the word "archived" is in it, which brings the archived ones, and no others. */
	isArchived: boolean;
}

/**
 * Fills the campaign list of the editor, newest first. The archived ones are shown when the person types "archived".
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
	const wanted = readWanted(filter);
	const query = { pageSize: maxPageSize, ...(wanted.isArchived && { archived: true }) };
	const results: INodeListSearchResult['results'] = [];
	let next: string | undefined;
	let pages = 0;
	for await (const page of campaignPages(ask, query, paginationToken)) {
		results.push(
			...(await toResults(
				ask,
				page.campaigns.filter((campaign) => isWanted(campaign, wanted)),
				wanted,
			)),
		);
		next = page.cursor;
		if (results.length >= enough || ++pages >= maxPages) break;
	}
	return { results, paginationToken: next };
}

function readWanted(filter = ''): Wanted {
	const text = filter.trim().toLowerCase();
	const rest = text.replace(/(?:^|\s)archived(?=\s|$)/, ' ').trim();
	return { text: rest, isArchived: rest !== text };
}

function isWanted(campaign: IDataObject, { text, isArchived }: Wanted): boolean {
	const read = listed.safeParse(campaign).data;
	if (!read || (isArchived && !read.archived)) return false;
	return read.name.toLowerCase().includes(text) || String(read.id) === text;
}

async function toResults(ask: Ask, campaigns: IDataObject[], { isArchived }: Wanted) {
	const channels = await channelsOf(ask, campaigns, isArchived);
	return campaigns.flatMap((campaign) => {
		const read = listed.safeParse(campaign).data;
		if (!read) return [];
		const { id, name, status, archived } = read;
		const marks = [channels.get(id), status, archived ? 'archived' : undefined].filter(Boolean);
		return [{ name: marks.length > 0 ? `${name} (${marks.join(', ')})` : name, value: String(id) }];
	});
}
