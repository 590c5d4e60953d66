/**
 * A request the service refuses. Thrown anywhere below a route; the service turns it into an error body.
 * `code` is the service's own word for it (INVALID_REQUEST, ...), `extra` the further keys of the body.
 */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		message: string,
		readonly extra: Readonly<Record<string, unknown>> = {},
	) {
		super(message);
	}
}
