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

const kindByStatus: ReadonlyMap<number, FailureKind> = new Map([
	[401, 'unauthorized'],
	[402, 'paymentRequired'],
	[403, 'forbidden'],
	[404, 'notFound'],
	[408, 'unavailable'],
	[409, 'conflict'],
	[413, 'tooLarge'],
	[425, 'unavailable'],
	[429, 'throttled'],
]);

/** What a refusal or outage is by its HTTP status, 400 or above. */
export function kindOfStatus(status: number): FailureKind {
	return status >= 500 ? 'unavailable' : (kindByStatus.get(status) ?? 'refused');
}

/** What one attempt came to. */
export type Verdict =
	| { kind: 'done'; answer: ServiceAnswer }
	| { kind: FailureKind; answer?: ServiceAnswer; trouble?: string; mayBeDone: boolean };

/**
 * Judges one attempt by its HTTP status, or by how the connection ended.
 *
 * @param kindOf knows better for a service that tells by its body what an answer is: the reason of a refusal, or that
 * a success (2xx) is none. It is not asked about an outage (5xx); undefined leaves it to the status.
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
	if (status >= 500) return { kind: 'unavailable', answer: outcome, mayBeDone: true };
	const told = kindOf?.(outcome);
	if (told === undefined && status >= 200 && status < 300) {
		if (request.understands?.(body) ?? true) return { kind: 'done', answer: outcome };
		return { kind: 'unreadable', answer: outcome, mayBeDone: true };
	}
	const kind = told ?? kindOfStatus(status);
	return { kind, answer: outcome, mayBeDone: kind === 'unavailable' };
}
