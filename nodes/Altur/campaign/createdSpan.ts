import { z } from 'zod';

const dated = z.object({ created_at: z.string() });

/** The filters want the first before the last, and Altur may keep times finer than it shows them: so the span is longer. */
const slackMs = 1000;

/**
 * The filters of GET /campaigns that bring the campaigns which were created when these were, and few others.
 *
 * @returns undefined when none of them says when it was created
 */
export function createdSpan(
	campaigns: readonly unknown[],
): { createdAfter: string; createdBefore: string } | undefined {
	const created = campaigns
		.map((campaign) => Date.parse(dated.safeParse(campaign).data?.created_at ?? ''))
		.filter((moment) => !Number.isNaN(moment));
	if (created.length === 0) return undefined;
	return {
		createdAfter: new Date(Math.min(...created) - slackMs).toISOString(),
		createdBefore: new Date(Math.max(...created) + slackMs).toISOString(),
	};
}
