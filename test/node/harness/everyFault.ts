import type { FaultInput } from '../../../sandbox/server/fault';

/** One after the other, everything that can go wrong with the requests of a load of 40 batches or more. */
export const everyFault: FaultInput[] = [
	{ kind: 'latency', ms: 120, skip: 1, times: 3 },
	{ kind: 'shuffleResults', skip: 3, times: 4 },
	{ kind: 'duplicateResults', skip: 5, times: 2 },
	{ kind: 'tooManyRequests', seconds: 1, skip: 2 },
	{ kind: 'tooManyRequests', seconds: 1, retryAfter: 'http-date', skip: 6 },
	{ kind: 'tooManyRequests', retryAfter: 'none', skip: 9 },
	{ kind: 'resetBefore', skip: 11 },
	{ kind: 'resetAfter', skip: 13, times: 2 },
	{ kind: 'htmlBadGateway', afterWork: true, skip: 15 },
	{ kind: 'status', status: 503, body: 'busy', skip: 17 },
	{ kind: 'truncatedBody', skip: 19 },
	{ kind: 'notJson', skip: 21 },
	{ kind: 'slowBody', ms: 200, skip: 23 },
	{ kind: 'payloadTooLarge', maxRows: 100, skip: 25 },
];
