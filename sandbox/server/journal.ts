/** One request as it arrived, and how it was answered. */
export interface RecordedRequest {
	/** Arrival, in milliseconds of the sandbox's `performance.now()`. */
	at: number;
	/** When the answer was handed to the socket, or the connection ended without one. */
	finishedAt?: number;
	method: string;
	path: string;
	/** The route it matched, e.g. `POST /campaigns/:id/contacts`; absent for an unknown path. */
	route?: string;
	query: Record<string, unknown>;
	idempotencyKey?: string;
	/** The key itself is never kept: its header is `[present]` or `[absent]`. */
	headers: Record<string, string>;
	body?: unknown;
	rowCount?: number;
	/** Absent while in work, and for a connection that was broken or left hanging. */
	status?: number;
	/** Kinds of the faults that applied, joined by commas. */
	fault?: string;
	replayed?: boolean;
}

/** All requests to the service since the start or the last reset, in order of arrival. */
export class Journal {
	readonly requests: RecordedRequest[] = [];

	/** Adds a request and returns its number, counted from 1. */
	add(request: RecordedRequest): number {
		return this.requests.push(request);
	}

	reset(): void {
		this.requests.length = 0;
	}
}

/** Headers as kept in the journal: one text each, the value of the one with the key left out. */
export function recordedHeaders(
	headers: Readonly<Record<string, string | string[] | undefined>>,
	keyHeader: string,
): Record<string, string> {
	const recorded: Record<string, string> = {};
	for (const [name, value] of Object.entries(headers)) {
		if (value !== undefined) recorded[name] = Array.isArray(value) ? value.join(', ') : value;
	}
	recorded[keyHeader] = headers[keyHeader] ? '[present]' : '[absent]';
	return recorded;
}
