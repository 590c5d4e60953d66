import { Refusal } from '../server/refusal';

/**
 * A refusal for what a body or a query holds. Altur tells it in two ways, by operation: as one sentence with a
 * code, or as lists of sentences by field; `fieldErrors` is the second.
 */
export class InvalidRequest extends Refusal {
	constructor(
		code: string,
		message: string,
		field: string | undefined,
		readonly fieldErrors: Readonly<Record<string, unknown>>,
	) {
		super(400, code, message, field === undefined ? {} : { field });
	}
}
