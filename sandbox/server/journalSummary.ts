import type { RecordedRequest } from './journal';

/** Counts over a part of the journal; times as in the journal. */
interface RequestSummary {
	requests: number;
	/** Answers with 429, from the rate limit or from a fault. */
	throttled: number;
	replayed: number;
	/** By HTTP status; `none` for requests without an answer. */
	byStatus: Record<string, number>;
	/** Rows of the requests that were not throttled. */
	rowsSent: number;
	firstAt?: number;
	lastAt?: number;
	lastFinishedAt?: number;
	/** The most requests not throttled that arrived within any one second. */
	busiestSecond: number;
}

export function summarize(requests: readonly RecordedRequest[]): RequestSummary {
	const summary: RequestSummary = {
		requests: requests.length,
		throttled: 0,
		replayed: 0,
		byStatus: {},
		rowsSent: 0,
		firstAt: requests[0]?.at,
		lastAt: requests.at(-1)?.at,
		busiestSecond: 0,
	};
	const accepted: number[] = [];
	let windowStart = 0;
	for (const request of requests) {
		const status = request.status === undefined ? 'none' : String(request.status);
		summary.byStatus[status] = (summary.byStatus[status] ?? 0) + 1;
		if (request.replayed) summary.replayed += 1;
		if (request.finishedAt !== undefined) {
			summary.lastFinishedAt = Math.max(summary.lastFinishedAt ?? 0, request.finishedAt);
		}
		if (request.status === 429) {
			summary.throttled += 1;
			continue;
		}
		summary.rowsSent += request.rowCount ?? 0;
		accepted.push(request.at);
		while (request.at - (accepted[windowStart] ?? request.at) >= 1000) windowStart += 1;
		summary.busiestSecond = Math.max(summary.busiestSecond, accepted.length - windowStart);
	}
	return summary;
}
