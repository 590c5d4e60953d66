import type { ConnectionTrouble, ServiceResponse, ServiceRequest } from './request';
import { isWebPage } from './webPage';

/** What a kind of failure says about the requests to come. */
interface FailureTraits {
	/** Whether the same request may succeed later, because the service is down, unreachable or has too much to do. */
	isTransient: boolean;
	/** Which other requests cannot do better: none, those of the same group (a campaign), or all of this execution. */
	ends: 'nothing' | 'group' | 'all';
}

/** Why a request came to nothing, and what that says about the requests to come. */
const failureKinds = {
	unreachable: { isTransient: true, ends: 'nothing' },
	unavailable: { isTransient: true, ends: 'nothing' },
	/** A success whose body is cut off, or is not what was asked for. */
	unreadable: { isTransient: true, ends: 'nothing' },
	throttled: { isTransient: true, ends: 'nothing' },
	refused: { isTransient: false, ends: 'nothing' },
	conflict: { isTransient: false, ends: 'nothing' },
	tooLarge: { isTransient: false, ends: 'nothing' },
	/** A fault of this package itself, while it made the request or read the response. */
	unexpected: { isTransient: false, ends: 'nothing' },
	notFound: { isTransient: false, ends: 'group' },
	forbidden: { isTransient: false, ends: 'group' },
	unauthorized: { isTransient: false, ends: 'all' },
	paymentRequired: { isTransient: false, ends: 'all' },
	/** The person pressed Stop. */
	cancelled: { isTransient: false, ends: 'all' },
} as const satisfies Record<string, FailureTraits>;

export type FailureKind = keyof typeof failureKinds;

/** What follows from a failure of that kind. */
export function traitsOf(kind: FailureKind): FailureTraits {
	return failureKinds[kind];
}

export interface Failure {
	kind: FailureKind;
	status?: number;
	/** Of the answer, if one came. */
	body?: unknown;
	/** What is known of a broken connection. */
	trouble?: string;
	/** How often it was sent. */
	attempts: number;
	/** Whether the service may have carried it out in one of the attempts. */
	mayHaveBeenApplied: boolean;
	/** How long the last response wants the service to be left alone, if it says so. */
	retryAfterMs?: number;
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
type Verdict =
	| { kind: 'done'; response: ServiceResponse }
	| { kind: FailureKind; response?: ServiceResponse; trouble?: string; mayHaveBeenApplied: boolean };

/**
 * Judges one attempt by its HTTP status, or by how the connection ended.
 *
 * @param kindOf knows better for a service that tells by its body what an answer is: the reason of a refusal, or that
 * a success (2xx) is none. It is not asked about an outage (5xx); undefined leaves it to the status.
 */
export function judge(
	request: ServiceRequest,
	outcome: ServiceResponse | ConnectionTrouble,
	kindOf?: (response: ServiceResponse) => FailureKind | undefined,
): Verdict {
	if ('trouble' in outcome) {
		return { kind: 'unreachable', trouble: outcome.trouble, mayHaveBeenApplied: outcome.mayHaveArrived };
	}
	const { status, body } = outcome;
	if (status >= 500) return { kind: 'unavailable', response: outcome, mayHaveBeenApplied: true };
	const told = kindOf?.(outcome);
	if (told === undefined && status >= 200 && status < 300) {
		const isUnderstood = !isWebPage(body) && (request.understands?.(body) ?? true);
		if (isUnderstood) return { kind: 'done', response: outcome };
		return { kind: 'unreadable', response: outcome, mayHaveBeenApplied: true };
	}
	const kind = told ?? kindOfStatus(status);
	return { kind, response: outcome, mayHaveBeenApplied: kind === 'unavailable' };
}
