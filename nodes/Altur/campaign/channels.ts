import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import type { Ask } from '../../../n8n/client/ask';
import { createdSpan } from './createdSpan';
import { channelOptions } from './fields/channelField';
import { campaignPages, maxPageSize } from './pages';

const withId = z.object({ id: z.number() });

/**
 * Finds the channels of a page of the list of campaigns, whose entries name none: asks for the campaigns of each channel
 * that were created when those of the page were.
 *
 * @param archived whether the page was asked for with the archived ones
 * @returns the channel's label by the campaign's ID; without those that are of no channel, or of one not known here
 */
export async function channelsOf(
	ask: Ask,
	campaigns: readonly IDataObject[],
	archived: boolean,
): Promise<Map<number, string>> {
	const span = createdSpan(campaigns);
	if (!span) return new Map();
	const found = await Promise.all(
		channelOptions.map(async ({ name, value }) => {
			const query = {
				pageSize: maxPageSize,
				integration: String(value),
				...span,
				...(archived && { archived }),
			};
			return (await firstIds(ask, query)).map((id) => [id, name] as const);
		}),
	);
	return new Map(found.flat());
}

async function firstIds(ask: Ask, query: Record<string, string | number | boolean>): Promise<number[]> {
	for await (const { campaigns } of campaignPages(ask, query)) {
		return campaigns.flatMap((campaign) => withId.safeParse(campaign).data?.id ?? []);
	}
	return [];
}
