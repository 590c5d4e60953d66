import type { FailureKind } from './failure';

/** How often and how long a request is repeated. */
export interface RetryPolicy {
	/** Repetitions after the first attempt; 0 switches them off. Being asked to slow down does not count as one. */
	maxRetries: number;
	/** The longest that one request waits altogether, in milliseconds. */
	maxTotalWait: number;
}

/** Five minutes: longer than any outage that mends itself while a person looks on, shorter than n8n's own limits. */
export const maxTotalWait = 300_000;

/** Exponential backoff with full jitter starts with this ceiling (ms), and doubles it up to the other. */
const firstBackoff = 1_000;
const longestBackoff = 30_000;
/** The least that is waited (ms) when the service asks to slow down, also when it says "at once": so it ends. */
const leastPause = 500;

/** What is known when it is decided whether a request is sent again. */
export interface Attempted {
	kind: FailureKind;
	/** Times it was sent so far. */
	attempts: number;
	/** Repetitions so far, those after "slow down" not counted. */
	retries: number;
	/** Waited so far, in milliseconds. */
	waited: number;
	/** What the service asked for, in milliseconds. */
	retryAfter?: number;
	/** Whether an earlier or this attempt may have been carried out. */
	mayBeDone: boolean;
	/** Whether repeating it can do no harm then. */
	repeatable: boolean;
}

export type NextStep = { waitMilliseconds: number } | { giveUp: true; comeBackInMilliseconds?: number };

const passes: ReadonlySet<FailureKind> = new Set(['unreachable', 'unavailable', 'unreadable', 'throttled']);

/**
 * The one place that decides whether a request is sent again, and when.
 *
 * - Broken connections, timeouts, 5xx and unreadable answers pass: again after a backoff, `maxRetries` times.
 * - 429 passes too and is certainly not carried out: again as often as the total wait allows.
 * - 409 passes only after an attempt whose end is unknown: the service may still be at work on that one.
 * - What is not repeatable is sent again only when it was certainly not carried out.
 * - `Retry-After` is obeyed to the letter, or, when it is too long, handed to the person.
 *
 * @param random 0 up to 1, for the jitter
 */
export function nextStep(attempted: Attempted, policy: RetryPolicy, random: () => number): NextStep {
	const { kind, attempts, retries, waited, mayBeDone, repeatable } = attempted;
	const isWorthIt = passes.has(kind) || (kind === 'conflict' && mayBeDone);
	const isSafe = repeatable || !mayBeDone;
	const isLeft = kind === 'throttled' ? policy.maxRetries > 0 : retries < policy.maxRetries;
	const backoff = Math.min(longestBackoff, firstBackoff * 2 ** (attempts - 1)) * random();
	const wait = Math.max(attempted.retryAfter ?? backoff, kind === 'throttled' ? leastPause : 0);
	if (isWorthIt && isSafe && isLeft && waited + wait <= policy.maxTotalWait) {
		return { waitMilliseconds: wait };
	}
	return { giveUp: true, comeBackInMilliseconds: attempted.retryAfter };
}
