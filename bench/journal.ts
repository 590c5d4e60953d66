import { z } from 'zod';

/** What the benchmarks read of the sandbox's journal. */
export const journalSchema = z.array(
	z.object({
		/** Arrival, in milliseconds of the sandbox's clock. */
		at: z.number(),
		finishedAt: z.number().optional(),
		method: z.string(),
		path: z.string(),
		query: z.record(z.unknown()),
		status: z.number().optional(),
		idempotencyKey: z.string().optional(),
	}),
);

export type Journal = z.infer<typeof journalSchema>;

/** The requests that bring contacts; those of one campaign if it is said. */
export function contactPosts(journal: Journal, campaignId?: number): Journal {
	const campaign = campaignId === undefined ? '/campaigns/' : `/campaigns/${campaignId}/`;
	return journal.filter(
		({ method, path }) => method === 'POST' && path.includes(campaign) && path.endsWith('/contacts'),
	);
}

/** When each request arrived that was not refused for speed. */
export function acceptedAt(requests: Journal): number[] {
	return requests.filter(({ status }) => status !== 429).map(({ at }) => at);
}

/** How often the request was sent that needed the most attempts: each has one idempotency key. */
export function mostAttempts(requests: Journal): number {
	const attempts = new Map<string, number>();
	for (const { idempotencyKey = '' } of requests) {
		attempts.set(idempotencyKey, (attempts.get(idempotencyKey) ?? 0) + 1);
	}
	return Math.max(0, ...attempts.values());
}

/** @returns the most of these moments (ms, in order) that lie within one second */
export function busiestSecond(moments: readonly number[]): number {
	let begin = 0;
	return moments.reduce((most, at, index) => {
		while (at - (moments[begin] ?? at) >= 1000) begin++;
		return Math.max(most, index - begin + 1);
	}, 0);
}
