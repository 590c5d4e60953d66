import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { onceOnly } from '../../../n8n/client/askFromEditor';
import { askFromEditor } from '../client';
import { channelsOf } from './channels';
import { listedCampaign } from './listed';
import { statusesFor } from './lifecycleStatuses';
import { listInOrder } from './listInOrder';

/** Altur's list has no search by name: so many pages are read at once, 10,000 campaigns in nine seconds. */
const maxPages = 100;
/** So many campaigns fill what the editor shows; it asks for more when the person scrolls. */
const enough = 20;

/** What the person typed. */
interface Wanted {
	/** In lower case. */
	whole: string;
	/** Without the word "archived": part of a name, or an ID. */
	text: string;
	/** Whether that word is in it, which brings the archived ones, and others only with the word in their names. */
	isArchived: boolean;
}

/**
 * Fills the campaign list of the editor, newest first; for Activate, Pause and Resume those first that can take the step.
 * The archived ones are shown when the person types "archived".
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
	const query: Record<string, boolean> = wanted.isArchived ? { archived: true } : {};
	const first = statusesFor(
		this.getCurrentNodeParameter('resource'),
		this.getCurrentNodeParameter('operation'),
	);
	const found: IDataObject[] = [];
	let next: string | undefined;
	let pages = 0;
	for await (const { campaigns, place } of listInOrder(ask, query, first, paginationToken)) {
		found.push(...campaigns.filter((campaign) => isWanted(campaign, wanted)));
		next = place;
		if (found.length >= enough || ++pages >= maxPages) break;
	}
	const channels = await channelsOf(await askFromEditor(this, onceOnly), found, wanted.isArchived);
	return { results: found.flatMap((campaign) => toResult(campaign, channels)), paginationToken: next };
}

function readWanted(filter = ''): Wanted {
	const whole = filter.trim().toLowerCase();
	const words = whole.split(/\s+/);
	const others = words.filter((word) => word !== 'archived');
	return { whole, text: others.join(' '), isArchived: others.length < words.length };
}

function isWanted(campaign: IDataObject, { whole, text, isArchived }: Wanted): boolean {
	const read = listedCampaign.safeParse(campaign).data;
	if (!read) return false;
	const name = read.name.toLowerCase();
	if (isArchived && name.includes(whole)) return true;
	return (!isArchived || read.archived) && (name.includes(text) || read.id === text);
}

function toResult(campaign: IDataObject, channels: ReadonlyMap<string, string>) {
	const read = listedCampaign.safeParse(campaign).data;
	if (!read) return [];
	const { id, name, status, archived } = read;
	// Several campaigns may have one name, channel and status: the ID, which Altur shows too, tells them apart.
	const marks = [channels.get(id), status, archived ? 'archived' : undefined, id].filter(Boolean);
	return [{ name: [name.trim() === '' ? 'Campaign' : name, ...marks].join(' - '), value: id }];
}
