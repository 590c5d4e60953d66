/** A request to a service, ready to be sent any number of times. */
export interface ServiceRequest {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Below the service's base URL, with a leading slash. */
	path: string;
	query?: Record<string, string | number | boolean>;
	headers?: Record<string, string>;
	/** By which the service recognises it when it comes again, if it does; it stands in the headers too. */
	idempotencyKey?: string;
	/** JSON, already encoded: what is hashed into the idempotency key is what is sent. */
	body?: Buffer;
	/** Whether the body of a success is a file, which is handed on as a stream while it arrives, and not JSON. */
	wantsFile?: boolean;
	/** Until it is given up whose answer is not there as a whole; as for all requests of the client unless it is said. */
	timeoutMs?: number;
	/** Whether it may be sent again when nobody knows whether it was carried out. */
	retryable: boolean;
	/** Whether a successful answer says what it must; one that does not (cut off, not JSON) is asked for again. */
	understands?(body: unknown): boolean;
	/** Whether an earlier run may have carried it out, so that the first attempt of this one is a repetition. */
	mayHaveBeenApplied?: boolean;
	/**
	 * Whether a refusal shows that it has been carried out already, such as "not found" after a deletion. Asked only
	 * when an earlier attempt may have done it, unless `acceptsAlreadyApplied`.
	 */
	isAlreadyApplied?(response: ServiceResponse): boolean;
	/** Whether it does not matter who has carried it out: `isAlreadyApplied` is asked of the first attempt too. */
	acceptsAlreadyApplied?: boolean;
}

/** What came back, whatever its status. */
export interface ServiceResponse {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** Parsed, if it was JSON; otherwise the text; a stream for a success that `wantsFile`. */
	body: unknown;
}

/** No answer came. */
export interface ConnectionTrouble {
	/** One sentence for a person, without the address or the key. */
	trouble: string;
	/** Whether the service may have received the request all the same. */
	mayHaveArrived: boolean;
}

/**
 * Sends a request once. It does not throw.
 *
 * @param onLeaving called, once or more, when all is there that the request consists of and only its connection is
 * missing. A transport that cannot tell need not
 */
export type Transport = (
	request: ServiceRequest,
	onLeaving?: () => void,
) => Promise<ServiceResponse | ConnectionTrouble>;
