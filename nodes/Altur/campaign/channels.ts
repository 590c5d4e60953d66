import type { IDataObject } from 'n8n-workflow';
import type { Ask } from '../../../n8n/client/ask';
import { createdSpan } from './createdSpan';
import { channelOptions } from './fields/channelField';
import { listedCampaign } from './listed';
import { campaignPages, maxPageSize } from './pages';

/** So many pages are read for a channel: a list that shows 100 campaigns has others of the same time between them. */
const maxPages = 3;

/**
 * Finds the channels of campaigns of the list, whose entries name none: asks for the campaigns of each channel that were
 * created when these were.
 *
 * @param archived whether the campaigns were asked for with the archived ones
 * @returns the channel's label by the campaign's ID; without those that are of no channel, or of one not known here
 */
export async function channelsOf(
	ask: Ask,
	campaigns: readonly IDataObject[],
	archived: boolean,
): Promise<Map<string, string>> {
	const span = createdSpan(campaigns);
	if (!span) return new Map();
	const wanted = new Set(campaigns.flatMap((campaign) => listedCampaign.safeParse(campaign).data?.id ?? []));
	const found = await Promise.allSettled(
		channelOptions.map(async ({ name, value }) => {
			const query = {
				pageSize: maxPageSize,
				integration: String(value),
				...span,
				...(archived && { archived }),
			};
			return (await idsAmong(ask, query, wanted)).map((id) => [id, name] as const);
		}),
	);
	// They are a help only: the list comes without those that Altur does not tell at once.
	return new Map(found.flatMap((channel) => (channel.status === 'fulfilled' ? channel.value : [])));
}

async function idsAmong(
	ask: Ask,
	query: Record<string, string | number | boolean>,
	wanted: ReadonlySet<string>,
): Promise<string[]> {
	const ids: string[] = [];
	let pages = 0;
	for await (const { campaigns } of campaignPages(ask, query)) {
		ids.push(...campaigns.flatMap((campaign) => listedCampaign.safeParse(campaign).data?.id ?? []));
		if (ids.filter((id) => wanted.has(id)).length >= wanted.size || ++pages >= maxPages) break;
	}
	return ids;
}
