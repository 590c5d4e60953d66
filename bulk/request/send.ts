import { realClock, type Clock } from '../clock';
import { judge, type Failure, type FailureKind } from './failure';
import type { Lane } from '../pace/pacer';
import type { ServiceAnswer, ServiceRequest, Transport } from './request';
import { retryAfter } from './retryAfter';
import { nextStep, type RetryPolicy } from './retryPolicy';

/** Everything that a request of one execution goes through. */
export interface Channel {
	transport: Transport;
	lane: Lane;
	policy: RetryPolicy;
	/**
	 * For a service that tells by its body, and not by the status, what an answer is: why it refuses, or that a success
	 * (2xx) is none. Undefined leaves it to the status.
	 */
	kindOf?(answer: ServiceAnswer): FailureKind | undefined;
	/** Aborted when the person presses Stop. */
	signal?: AbortSignal;
	/** Counts for the summary after the run. */
	counts: SendCounts;
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

export type SendOutcome =
	{ ok: true; answer: ServiceAnswer; mayHaveBeenDoneBefore: boolean } | { ok: false; failure: Failure };

/**
 * Sends a request at the service's pace, and again as `retryPolicy` says, until it is answered or given up.
 * It is the only way a request leaves this package.
 *
 * @param closing aborted when it is not worth sending any more, because another request has failed meanwhile; it
 * then ends with what the attempts so far came to, `cancelled` after none
 * @returns the answer (status 2xx, understood; or one that `showsDone`), with whether an earlier attempt may have
 * done the work already;
 * or the failure of the last attempt. Nothing is thrown.
 */
export async function send(
	request: ServiceRequest,
	channel: Channel,
	closing: AbortSignal | undefined = channel.signal,
): Promise<SendOutcome> {
	const { lane, signal, counts, clock = realClock, random = Math.random } = channel;
	let attempts = 0;
	let throttles = 0;
	let retries = 0;
	let waited = 0;
	let mayBeDone = request.mayBeDone ?? false;
	let failure: Failure = { kind: 'cancelled', attempts, mayBeDone };
	for (;;) {
		const departure = await lane.take(closing);
		if (signal?.aborted) return cancelled(attempts, mayBeDone);
		if (!departure || closing?.aborted) return { ok: false, failure };
		attempts++;
		counts.requests++;
		const verdict = judge(request, await channel.transport(request), channel.kindOf);
		if (verdict.kind === 'done') {
			lane.accepted(departure);
			return { ok: true, answer: verdict.answer, mayHaveBeenDoneBefore: mayBeDone };
		}
		const { kind, answer, trouble } = verdict;
		if ((mayBeDone || request.doneIsFine) && answer && request.showsDone?.(answer)) {
			lane.accepted(departure);
			return { ok: true, answer, mayHaveBeenDoneBefore: mayBeDone };
		}
		mayBeDone ||= verdict.mayBeDone;
		if (signal?.aborted) return cancelled(attempts, mayBeDone);
		const asked = answer && retryAfter(answer.headers, answer.body, Date.now());
		const step = nextStep(
			{ kind, throttles, retries, waited, retryAfter: asked, mayBeDone, repeatable: request.repeatable },
			channel.policy,
			random,
		);
		const { status, body, headers } = answer ?? {};
		failure = { kind, status, body, headers, trouble, attempts, mayBeDone };
		if ('giveUp' in step) {
			const { comeBackInMilliseconds } = step;
			return { ok: false, failure: { ...failure, comeBackInMilliseconds } };
		}
		if (kind === 'throttled') {
			counts.throttled++;
			throttles++;
			lane.refused(step.waitMilliseconds);
		} else {
			counts.retried++;
			retries++;
			throttles = 0;
		}
		waited += step.waitMilliseconds;
		await clock.sleep(step.waitMilliseconds, closing);
	}
}

function cancelled(attempts: number, mayBeDone: boolean): SendOutcome {
	return { ok: false, failure: { kind: 'cancelled', attempts, mayBeDone } };
}
