import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import type { ServiceResponse, ServiceRequest } from '../../../bulk/request/request';
import { SeenPages } from '../../../n8n/node/seenPages';
import { jsonObject, understands } from '../../../n8n/responseSchemas';

/** `has_more` is the name of `has_next` in an older rendering of the page. */
const pagination = z
	.object({
		has_next: z.boolean().optional(),
		has_more: z.boolean().optional(),
		next_cursor: z.string().nullish(),
	})
	.catch({});

/** An answer of GET /campaigns. */
export const campaignPageSchema = z.object({ campaigns: z.array(jsonObject), pagination });

/** The largest page of the sibling list of contacts; public clients ask the list of campaigns for as many. */
export const maxPageSize = 100;

/** A page of the list, and where the next one begins. */
interface CampaignPage {
	campaigns: IDataObject[];
	/** Undefined at the end. */
	cursor: string | undefined;
	/** Whether the list ends here only because it begins anew, so that more may be missing. */
	isCircle: boolean;
}

/**
 * GET /campaigns, page by page, newest first. A list that leads back to a page that was read is given up: at the
 * cursor that points back, or at the page that repeats an earlier one.
 *
 * @param query filters and `pageSize`
 * @param cursor where to begin; undefined for the first page
 */
export async function* campaignPages(
	ask: (request: ServiceRequest) => Promise<ServiceResponse>,
	query: Record<string, string | number | boolean>,
	cursor?: string,
): AsyncGenerator<CampaignPage> {
	const pages = new SeenPages();
	const cursors = new Set<string>();
	let next = cursor;
	do {
		if (next !== undefined) cursors.add(next);
		const { body } = await ask({
			method: 'GET',
			path: '/campaigns',
			query: { ...query, ...(next !== undefined && { cursor: next }) },
			retryable: true,
			understands: understands(campaignPageSchema),
		});
		const { campaigns, pagination: place } = campaignPageSchema.parse(body);
		const hasNext = place.has_next ?? place.has_more ?? false;
		const following = hasNext ? (place.next_cursor ?? undefined) : undefined;
		const pointsBack = following !== undefined && cursors.has(following);
		const isRepeated = pages.repeats(campaigns) && (campaigns.length > 0 || following !== undefined);
		next = pointsBack || isRepeated ? undefined : following;
		yield { campaigns: isRepeated ? [] : campaigns, cursor: next, isCircle: pointsBack || isRepeated };
	} while (next !== undefined);
}
