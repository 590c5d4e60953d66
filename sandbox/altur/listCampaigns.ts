import type { Route } from '../server/service';
import type { Campaign } from './campaign';
import { campaignListItem } from './campaignView';
import type { ConcurrencyKey } from './campaignView';
import { InvalidRequest } from './invalidRequest';
import { campaignsQuery } from './listQueries';
import type { CampaignsQuery } from './listQueries';
import { read } from './read';
import type { AlturState } from './state';

/** A campaign without the date is left out as soon as it is asked for. */
function isBetween(date: string | undefined, after: number | undefined, before: number | undefined): boolean {
	if (after === undefined && before === undefined) return true;
	const moment = Date.parse(date ?? '');
	return moment >= (after ?? -Infinity) && moment <= (before ?? Infinity);
}

function isAsked(campaign: Campaign, query: CampaignsQuery): boolean {
	return (
		(query.archived || !campaign.archived) &&
		(query.agentId === undefined || campaign.agent.id === query.agentId) &&
		(query.status === undefined || campaign.status === query.status) &&
		(query.integration === undefined || campaign.integration?.type === query.integration) &&
		isBetween(campaign.created_at, query.createdAfter, query.createdBefore) &&
		isBetween(campaign.started_at, query.startedAfter, query.startedBefore) &&
		isBetween(campaign.ended_at, query.endedAfter, query.endedBefore)
	);
}

type Direction = 'after' | 'before';

/** A cursor says itself which way it leads: there is no parameter for it. */
function cursorOf(direction: Direction, campaign: Campaign | undefined): string | undefined {
	return campaign && Buffer.from(`${direction} ${String(campaign.id)}`).toString('base64url');
}

/** What a cursor stands for. Throws a refusal for a text that is none of ours. */
function readCursor(cursor: string): { id: number; isAfter: boolean } {
	const [, direction, id] = /^(after|before) (\d+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
	if (id !== undefined) return { id: Number(id), isAfter: direction === 'after' };
	throw new InvalidRequest('INVALID_REQUEST', 'cursor is not valid', 'cursor', {
		cursor: ['Invalid cursor.'],
	});
}

/** The bounds of a page in a list of falling ids; a campaign that came or went meanwhile does no harm. */
function pageBounds(campaigns: readonly Campaign[], query: CampaignsQuery): { from: number; to: number } {
	if (query.cursor === undefined) return { from: 0, to: query.pageSize };
	const { id, isAfter } = readCursor(query.cursor);
	if (isAfter) {
		const from = campaigns.filter((campaign) => campaign.id >= id).length;
		return { from, to: from + query.pageSize };
	}
	const to = campaigns.filter((campaign) => campaign.id > id).length;
	return { from: Math.max(0, to - query.pageSize), to };
}

/** `GET /campaigns`: newest first, pages by cursor. */
export function listCampaigns(state: AlturState, concurrencyKey: ConcurrencyKey): Route {
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
					campaigns: page.map((campaign) => campaignListItem(campaign, concurrencyKey)),
					pagination: {
						has_next: hasNext,
						has_previous: from > 0,
						next_cursor: hasNext ? cursorOf('after', page.at(-1)) : undefined,
						previous_cursor: from > 0 ? cursorOf('before', page[0]) : undefined,
					},
				},
			};
		},
	};
}
