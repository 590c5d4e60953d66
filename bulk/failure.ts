import type { ConnectionTrouble, ServiceAnswer, ServiceRequest } from './request';

/** Why a request came to nothing. */
export type FailureKind =
	| 'cancelled'
	| 'unreachable'
	| 'unavailable'
	| 'unreadable'
	| 'throttled'
	| 'tooLarge'
	| 'unauthorized'
	| 'forbidden'
	| 'notFound'
	| 'conflict'
	| 'paymentRequired'
	| 'refused'
	/** A fault of this package itself, while it made the request or read the answer. */
	| 'unexpected';

export interface Failure {
	kind: FailureKind;
	status?: number;
	/** Of the answer, if one came. */
	body?: unknown;
	headers?: Record<string, string>;
	/** What is known of a broken connection. */
	trouble?: string;
	/** How often it was sent. */
	attempts: number;
	/** Whether the service may have carried it out in one of the attempts. */
	mayBeDone: boolean;
	/** How long the service wants to be left alone (ms), when that is longer than is waited here. */
	comeBackInMilliseconds?: number;
}

const kindByStatus: Record<number, FailureKind> = {
	401: 'unauthorized',
	402: 'paymentRequired',
	403: 'forbidden',
	404: 'notFound',
	408: 'unavailable',
	409: 'conflict',
	413: 'tooLarge',
	425: 'unavailable',
	429: 'throttled',
};

/** What one attempt came to. */
export type Verdict =
	| { kind: 'done'; answer: ServiceAnswer }
	| { kind: FailureKind; answer?: ServiceAnswer; trouble?: string; mayBeDone: boolean };

/**
 * Judges one attempt by its HTTP status, or by how the connection ended.
 *
 * @param kindOf knows better for a service that tells the reason of a refusal (4xx) by a code of its own
 */
export function judge(
	request: ServiceRequest,
	outcome: ServiceAnswer | ConnectionTrouble,
	kindOf?: (answer: ServiceAnswer) => FailureKind | undefined,
): Verdict {
	if ('trouble' in outcome) {
		return { kind: 'unreachable', trouble: outcome.trouble, mayBeDone: outcome.mayHaveArrived };
	}
	const { status, body } = outcome;
	if (status >= 200 && status < 300) {
		if (request.understands?.(body) ?? true) return { kind: 'done', answer: outcome };
		return { kind: 'unreadable', answer: outcome, mayBeDone: true };
	}
	if (status >= 500) return { kind: 'unavailable', answer: outcome, mayBeDone: true };
	const kind = kindOf?.(outcome) ?? kindByStatus[status] ?? 'refused';
	return { kind, answer: outcome, mayBeDone: kind === 'unavailable' };
}
