import { traitsOf, type FailureKind } from './failure';

/** How often and how long a request is repeated. */
export interface RetryPolicy {
	/** Repetitions after the first attempt; 0 switches them off. Being asked to slow down does not count as one. */
	maxRetries: number;
	/** The longest that one request waits altogether, in milliseconds. */
	maxTotalWaitMs: number;
}

/** Five minutes: longer than any outage that mends itself while a person looks on, shorter than n8n's own limits. */
export const maxTotalWaitMs = 300_000;

/**
 * Exponential backoff starts with this wait (ms), and doubles it up to the other. Chance takes up to half of it off: all
 * of it would leave waits of nothing, and five repetitions spent before an outage has begun to mend.
 */
const firstBackoffMs = 1_000;
const maxBackoffMs = 30_000;
/** The least that is waited (ms) when the service asks to slow down, also when it says "at once": so it ends. */
const minPauseMs = 500;
/** The address is another's, most likely, and a person waits to be told so. */
const maxRetriesOfStrange = 1;

/** What is known when it is decided whether a request is sent again. */
export interface Attempted {
	kind: FailureKind;
	/** Whether all its answers were pages, texts or nothing, and the service is not known to have answered before. */
	hasOnlyStrange?: boolean;
	/** Answers in a row before this attempt that asked to slow down. */
	throttles: number;
	/** Repetitions so far, those after "slow down" not counted. */
	retries: number;
	/** Waited so far. */
	waitedMs: number;
	/** How long the service asked to be left alone. */
	retryAfterMs?: number;
	/** Whether an earlier or this attempt may have been carried out. */
	mayHaveBeenApplied: boolean;
	/** Whether repeating it can do no harm then. */
	retryable: boolean;
}

export type NextStep = { waitMs: number } | { giveUp: true };

/**
 * The one place that decides whether a request is sent again, and when.
 *
 * - Broken connections, timeouts, 5xx and unreadable answers pass: again after a backoff, `maxRetries` times. It grows
 *   with these repetitions only, and is waited also when `Retry-After` asks for less.
 * - A page, a text or nothing in the place of an answer passes once only, as long as no answer was understood and nothing
 *   else came before: it is what stands at a wrong address.
 * - 429 passes too and is certainly not carried out: again as often as the total wait allows, and exactly when
 *   `Retry-After` says; without one, after a backoff that grows with the 429s in a row.
 * - 409 passes only after an attempt whose end is unknown: the service may still be at work on that one.
 * - What is not retryable is sent again only when it was certainly not carried out.
 * - The request is not sent before the time that `Retry-After` says, with any status; when that is too long (300 s in
 *   all by `maxTotalWaitMs`), it is given up. Whether other requests wait with it: `Lane.throttled`, `Lane.unavailable`.
 *
 * @param random 0 up to 1, for the jitter
 */
export function nextStep(attempted: Attempted, policy: RetryPolicy, random: () => number): NextStep {
	const { kind, hasOnlyStrange, throttles, retries, waitedMs, retryAfterMs, mayHaveBeenApplied, retryable } =
		attempted;
	const isThrottled = kind === 'throttled';
	const isWorthIt = traitsOf(kind).isTransient || (kind === 'conflict' && mayHaveBeenApplied);
	const isSafe = retryable || !mayHaveBeenApplied;
	const maxRetries = hasOnlyStrange ? Math.min(policy.maxRetries, maxRetriesOfStrange) : policy.maxRetries;
	const isLeft = isThrottled ? maxRetries > 0 : retries < maxRetries;
	const backoffMs = backoffAfterMs(isThrottled ? throttles : retries, random);
	const isToldWhen = isThrottled && retryAfterMs !== undefined;
	const waitMs = Math.max(retryAfterMs ?? 0, isToldWhen ? minPauseMs : backoffMs);
	if (isWorthIt && isSafe && isLeft && waitedMs + waitMs <= policy.maxTotalWaitMs) return { waitMs };
	return { giveUp: true };
}

function backoffAfterMs(before: number, random: () => number): number {
	return Math.min(maxBackoffMs, firstBackoffMs * 2 ** before) * (0.5 + random() / 2);
}
