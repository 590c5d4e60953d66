import { z } from 'zod';

const dated = z.object({ created_at: z.string().datetime({ offset: true }) });

/** The filters want the first before the last, and Altur's times may be finer than milliseconds: so the span is longer. */
const slackMs = 1;

/**
 * The filters of GET /campaigns that bring the campaigns which were created when these were, and few others.
 *
 * @returns undefined when none of them says when it was created
 */
export function createdSpan(
	campaigns: readonly unknown[],
): { createdAfter: string; createdBefore: string } | undefined {
	const created = campaigns
		.flatMap((campaign) => dated.safeParse(campaign).data ?? [])
		.map(({ created_at }) => Date.parse(created_at));
	if (created.length === 0) return undefined;
	return {
		createdAfter: new Date(Math.min(...created) - slackMs).toISOString(),
		createdBefore: new Date(Math.max(...created) + slackMs).toISOString(),
	};
}
