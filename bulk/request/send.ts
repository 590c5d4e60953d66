import { realClock, type Clock } from '../clock';
import { judge, type Failure, type FailureKind } from './failure';
import type { Lane } from '../pace/pacer';
import type { Wait } from '../progress';
import type { ServiceResponse, ServiceRequest, Transport } from './request';
import { readRetryAfter } from './retryAfter';
import { nextStep, type RetryPolicy } from './retryPolicy';
import { isWebPage } from './webPage';

/** Everything that a request of one execution goes through. */
export interface Client {
	transport: Transport;
	lane: Lane;
	policy: RetryPolicy;
	/**
	 * For a service that tells by its body, and not by the status, what an answer is: why it refuses, or that a success
	 * (2xx) is none. Undefined leaves it to the status.
	 */
	kindOf?(response: ServiceResponse): FailureKind | undefined;
	/** Called whenever a request has waited for its pace, so that the next can be prepared. */
	onDeparture?(): void;
	/** Called before a request waits to be sent again. */
	onWait?(wait: Wait): void;
	/** Aborted when the person presses Stop. */
	signal?: AbortSignal;
	/** Counts for the summary after the run. */
	counts: SendCounts;
	/** Whether an answer of this execution was understood: whatever answers is the service then. */
	isKnown?: boolean;
	clock?: Clock;
	/** 0 up to 1, for the jitter of the backoff. */
	random?: () => number;
}

export interface SendCounts {
	/** Requests that left, repeated ones included. */
	requests: number;
	/** Answers that asked to slow down (429). */
	throttled: number;
	/** Requests that were sent again for another reason. */
	retried: number;
}

type SendOutcome = { ok: true; response: ServiceResponse } | { ok: false; failure: Failure };

/**
 * Sends a request at the service's pace, and again as `retryPolicy` says, until it is answered or given up.
 * It is the only way a request leaves this package.
 *
 * @param closing aborted when it is not worth sending any more, because another request has failed meanwhile; it
 * then ends with what the attempts so far came to, `cancelled` after none
 * @returns the response (status 2xx, understood; or one that `isAlreadyApplied`), or the failure of the last attempt.
 * Nothing is thrown.
 */
export async function send(
	request: ServiceRequest,
	client: Client,
	closing: AbortSignal | undefined = client.signal,
): Promise<SendOutcome> {
	const { lane, signal, counts, clock = realClock, random = Math.random } = client;
	let attempts = 0;
	let throttles = 0;
	let retries = 0;
	let waitedMs = 0;
	let hasOnlyStrange = true;
	let mayHaveBeenApplied = request.mayHaveBeenApplied ?? false;
	let failure: Failure = { kind: 'cancelled', attempts, mayHaveBeenApplied };
	for (;;) {
		const departure = await lane.take(closing);
		client.onDeparture?.();
		if (signal?.aborted) return cancelled(attempts, mayHaveBeenApplied);
		if (!departure || closing?.aborted) return { ok: false, failure };
		attempts++;
		counts.requests++;
		const verdict = judge(
			request,
			await client.transport(request, () => lane.leaves(departure)),
			client.kindOf,
		);
		if (verdict.kind === 'done') {
			client.isKnown = true;
			lane.accepted(departure);
			return { ok: true, response: verdict.response };
		}
		const { kind, response, trouble } = verdict;
		if (
			(mayHaveBeenApplied || request.acceptsAlreadyApplied) &&
			response &&
			!isWebPage(response.body) &&
			request.isAlreadyApplied?.(response)
		) {
			lane.accepted(departure);
			return { ok: true, response };
		}
		mayHaveBeenApplied ||= verdict.mayHaveBeenApplied;
		if (signal?.aborted) return cancelled(attempts, mayHaveBeenApplied);
		const retryAfterMs = response && readRetryAfter(response.headers, response.body, Date.now());
		hasOnlyStrange &&= !client.isKnown && kind === 'unreadable' && isStrange(response?.body);
		const attempted = {
			kind,
			hasOnlyStrange,
			throttles,
			retries,
			waitedMs,
			retryAfterMs,
			mayHaveBeenApplied,
		};
		const step = nextStep({ ...attempted, retryable: request.retryable }, client.policy, random);
		// Nobody waits for the end of a wait that is given up as too long: whoever comes next asks anew.
		const pauseMs = 'giveUp' in step ? undefined : retryAfterMs;
		if (kind === 'throttled') lane.throttled(departure, pauseMs);
		if (kind === 'unavailable' && pauseMs !== undefined) lane.unavailable(pauseMs);
		const { status, body } = response ?? {};
		failure = { kind, status, body, trouble, attempts, mayHaveBeenApplied };
		if ('giveUp' in step) return { ok: false, failure: { ...failure, retryAfterMs } };
		if (kind === 'throttled') {
			counts.throttled++;
			throttles++;
		} else {
			counts.retried++;
			retries++;
			throttles = 0;
		}
		waitedMs += step.waitMs;
		client.onWait?.({ milliseconds: step.waitMs, why: kind });
		await clock.sleep(step.waitMs, closing);
	}
}

/** Whether a body is neither a JSON object nor the beginning of JSON: a page, a text, nothing at all. */
function isStrange(body: unknown): boolean {
	if (typeof body === 'string') return !/^\s*[[{]/.test(body);
	return typeof body !== 'object' || body === null || Array.isArray(body);
}

function cancelled(attempts: number, mayHaveBeenApplied: boolean): SendOutcome {
	return { ok: false, failure: { kind: 'cancelled', attempts, mayHaveBeenApplied } };
}
