import { Refusal } from '../server/refusal';
import type { Route } from '../server/service';
import type { Campaign } from './campaign';
import { campaignListItem } from './campaignView';
import { campaignsQuery } from './listQueries';
import type { CampaignsQuery } from './listQueries';
import { read } from './read';
import type { AlturState } from './state';

function isAsked(campaign: Campaign, query: CampaignsQuery): boolean {
	const created = Date.parse(campaign.created_at);
	return (
		campaign.archived === query.archived &&
		(query.agentId === undefined || campaign.agent.id === query.agentId) &&
		(query.status === undefined || campaign.status === query.status) &&
		(query.integration === undefined || campaign.integration.type === query.integration) &&
		created >= (query.startDate ?? -Infinity) &&
		created <= (query.endDate ?? Infinity)
	);
}

function cursorOf(campaign: Campaign | undefined): string | null {
	return campaign ? Buffer.from(`campaign ${String(campaign.id)}`).toString('base64url') : null;
}

/** The id a cursor stands for. Throws INVALID_REQUEST for a text that is none of ours. */
function idOf(cursor: string): number {
	const id = /^campaign (\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
	if (id === undefined) throw new Refusal(400, 'INVALID_REQUEST', 'cursor is not valid');
	return Number(id);
}

/** The bounds of a page in a list of falling ids; a campaign that came or went meanwhile does no harm. */
function pageBounds(campaigns: readonly Campaign[], query: CampaignsQuery): { from: number; to: number } {
	if (query.cursor === undefined) return { from: 0, to: query.pageSize };
	const id = idOf(query.cursor);
	if (query.direction === 'next') {
		const from = campaigns.filter((campaign) => campaign.id >= id).length;
		return { from, to: from + query.pageSize };
	}
	const to = campaigns.filter((campaign) => campaign.id > id).length;
	return { from: Math.max(0, to - query.pageSize), to };
}

/** `GET /campaigns`: newest first, pages by cursor. */
export function listCampaigns(state: AlturState): Route {
	return {
		method: 'GET',
		path: '/campaigns',
		handle(call) {
			const query = read(campaignsQuery, call.query);
			const asked = state.all().flatMap(({ campaign }) => (isAsked(campaign, query) ? [campaign] : []));
			asked.sort((a, b) => b.id - a.id);
			const { from, to } = pageBounds(asked, query);
			const page = asked.slice(from, to);
			const hasNext = to < asked.length;
			return {
				status: 200,
				body: {
					total_count: asked.length,
					campaigns: page.map(campaignListItem),
					pagination: {
						has_next: hasNext,
						has_previous: from > 0,
						next_cursor: hasNext ? cursorOf(page.at(-1)) : null,
						previous_cursor: from > 0 ? cursorOf(page[0]) : null,
					},
				},
			};
		},
	};
}
