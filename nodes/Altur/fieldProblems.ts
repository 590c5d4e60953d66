import { z } from 'zod';

const fields = z.record(z.unknown());
const list = z.array(z.unknown());
const sentences = z.array(z.string()).min(1);

/** What Altur's validation says about one field. */
export interface FieldProblem {
	/** Its path in the request, `name` or `contacts.2.extracted_data`; undefined when no field in particular is meant. */
	field?: string;
	messages: string[];
}

/** Keys that hold no field of the request: what an answer says of itself, and where an envelope keeps the fields. */
const ownKeys = new Set([
	'success',
	'message',
	'code',
	'key',
	'field',
	'current_status',
	'valid_targets',
	'results',
]);
const envelopes = new Set(['error', 'errors', 'detail', 'details']);

/** No request of Altur is nested deeper than a day of the schedule of a campaign's cycles. */
const maxDepth = 8;

/**
 * Reads a validation error of Django REST framework: `{"name": ["This field is required."]}`, nested as the request
 * is. The entries of a list come as a list with `{}` for each good one, or as an object by index.
 *
 * @param body as parsed by the transport; anything else comes to nothing
 */
export function readFieldProblems(body: unknown): FieldProblem[] {
	const read = fields.safeParse(body).data ?? {};
	return Object.entries(read).flatMap(([key, value]) => {
		if (ownKeys.has(key)) return [];
		const isInside = envelopes.has(key) && !sentences.safeParse(value).success;
		return isInside ? readFieldProblems(value) : problemsAt([key], value);
	});
}

/** What is about no field stands under this key, at any depth. */
const generalKeys = new Set(['non_field_errors', ...envelopes]);

function problemsAt(path: string[], value: unknown): FieldProblem[] {
	const messages = sentences.safeParse(value).data;
	if (messages)
		return [{ field: path.filter((key) => !generalKeys.has(key)).join('.') || undefined, messages }];
	if (path.length > maxDepth) return [];
	const nested = list.safeParse(value).data ?? fields.safeParse(value).data ?? {};
	return Object.entries(nested).flatMap(([key, entry]) => problemsAt([...path, key], entry));
}

/**
 * The contact of a batch that is meant by a field, as its place in the request, and the contact's own field.
 *
 * @param field `contacts.2.name`, or `contacts[2].name`
 * @returns undefined when it is about no contact in particular
 */
export function blamedContact(field: string | undefined): { index: number; field?: string } | undefined {
	const [, index, own] = /^contacts[.[](\d+)\]?(?:\.(.+))?$/.exec(field ?? '') ?? [];
	return index === undefined ? undefined : { index: Number(index), field: own };
}
