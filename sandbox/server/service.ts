import type { FastifyInstance } from 'fastify';
import type { RecordedRequest } from './journal';
import type { RateLimit } from './rateLimit';
import type { Refusal } from './refusal';

/** A request that passed the key check, the rate limit and the fault plan. */
export interface Call {
	params: Readonly<Record<string, string>>;
	query: Readonly<Record<string, unknown>>;
	/** The parsed JSON body; undefined when there was none. */
	body: unknown;
	/** The Idempotency-Key, or `request-<number>` when there was none. */
	name: string;
	/** Whether the fault plan wants this row of the batch to fail on the service's side. */
	rowFails(index: number, contact: string | undefined): boolean;
}

export interface Answer {
	status: number;
	/** Undefined for an answer without one. */
	body?: unknown;
	/** A file instead of JSON. */
	file?: { contentType: string; bytes: Buffer };
}

export interface Route {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Below the service's base path, parameters as `:name`. */
	path: string;
	/** Whether the Idempotency-Key header has a meaning here. */
	idempotent?: boolean;
	/** Instead of the service's own limits. */
	rateLimits?: readonly RateLimit[];
	/** How many rows a batch holds, for the journal and for faults. */
	countRows?(body: unknown): number | undefined;
	/** The phone number of each row, for faults that name them; undefined where a row has none. */
	numbersOf?(body: unknown): (string | undefined)[];
	/** Does the work in one go. Throws a Refusal for what the service refuses. */
	handle(call: Call): Answer;
}

/** What the sandbox of one service is made of. The server around it knows nothing of the service. */
export interface Service {
	/** For example `/api/v1.0`. */
	basePath: string;
	routes: readonly Route[];
	rateLimits: readonly RateLimit[];
	/** Key of the list in an answer that the result faults reorder, drop from and repeat. */
	resultsKey: string;
	/** Name of the header that carries the key, in lower case; default `authorization`. */
	keyHeader?: string;
	/** Throws a Refusal when the request's headers hold no valid key. */
	authorize(headers: Readonly<Record<string, string | string[] | undefined>>): void;
	/**
	 * The body of an error answer, for a request to a route or to an unknown address. The server itself refuses with UNAUTHORIZED, THROTTLED, NOT_FOUND,
	 * INVALID_REQUEST, UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE, IDEMPOTENCY_KEY_REUSED,
	 * IDEMPOTENCY_KEY_IN_PROGRESS and SERVER_ERROR.
	 */
	errorBody(refusal: Refusal, route?: Route): unknown;
	/** The whole state; without the rows when `rows` is false. */
	state(rows: boolean): unknown;
	/** Counts about the state and the service's own requests, added to the summary route. */
	summary(requests: readonly RecordedRequest[]): Record<string, unknown>;
	/** Back to a seed by name; throws a Refusal for a name it does not know. */
	reset(seed: string | undefined): void;
	/** Ends what the service does by itself. */
	close?(): void;
	/** Control routes of the service's own, below `/__sandbox`. */
	addControlRoutes?(control: FastifyInstance): void;
}
