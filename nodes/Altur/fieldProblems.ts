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
const sentenceKeys = new Set(['message', 'error', 'detail', 'title']);
const envelopes = new Set(['error', 'errors', 'detail', 'details']);

/** No request of Altur is nested deeper than a day of the schedule of a campaign's cycles. */
const maxDepth = 10;
/** More than a few for each contact of a batch help nobody, and take long to read. */
const maxProblems = 5000;

/**
 * Reads a validation error of Django REST framework: `{"name": ["This field is required."]}`, nested as the request
 * is. The entries of a list come as a list with `{}` for each good one, or as an object by index; a sentence comes in a
 * list, alone, or as `{"message", "code"}`. A list of contacts may come without the key of the request.
 *
 * @param body as parsed by the transport; anything else comes to nothing
 */
export function readFieldProblems(body: unknown): FieldProblem[] {
	const problems: FieldProblem[] = [];
	if (Array.isArray(body)) collect(body.some(isObject) ? ['contacts'] : [], body, problems, true);
	else if (isObject(body)) collectFields(body, problems, 0);
	return problems;
}

function collectFields(body: object, problems: FieldProblem[], depth: number): void {
	if (depth > maxDepth) return;
	const entries = Object.entries(body);
	// Beside a sentence about the whole, a text that stands alone is a trace number or the like.
	const isTold = entries.some(([key, value]) => sentenceKeys.has(key) && typeof value === 'string');
	for (const [key, value] of entries) {
		if (ownKeys.has(key) || typeof value === 'number') continue;
		if (!envelopes.has(key)) collect([key], value, problems, !isTold);
		else if (Array.isArray(value)) collect([], value, problems, true);
		else if (isObject(value)) collectFields(value, problems, depth + 1);
	}
}

/** Entries of these lists stand for entries of the request, and are no sentences about the list. */
const listsOfEntries = new Set(['contacts']);

/** @param takesTexts whether a text that stands in no list is a sentence */
function collect(
	path: readonly string[],
	value: unknown,
	problems: FieldProblem[],
	takesTexts: boolean,
): void {
	if (problems.length >= maxProblems || path.length > maxDepth) return;
	const sentence = takesTexts || typeof value !== 'string' ? sentenceOf(value) : undefined;
	if (sentence !== undefined) {
		add(path, sentence, problems);
	} else if (Array.isArray(value)) {
		const isOfEntries = listsOfEntries.has(path.at(-1) ?? '') && value.some(isObject);
		for (const [index, entry] of value.entries()) {
			const said = isOfEntries ? undefined : sentenceOf(entry);
			if (said === undefined) collect([...path, String(index)], entry, problems, true);
			else add(path, said, problems);
		}
	} else if (isObject(value)) {
		for (const [key, entry] of Object.entries(value)) collect([...path, key], entry, problems, takesTexts);
	}
}

/** What is about no field stands under this key, at any depth. */
const generalKey = 'non_field_errors';

function add(path: readonly string[], sentence: string, problems: FieldProblem[]): void {
	const field = path.filter((key) => key !== generalKey).join('.') || undefined;
	const last = problems.at(-1);
	if (last && last.field === field) last.messages.push(sentence);
	else problems.push({ field, messages: [sentence] });
}

function sentenceOf(value: unknown): string | undefined {
	if (typeof value === 'string' && value.trim() !== '') return value;
	if (typeof value === 'number') return String(value);
	if (isObject(value) && 'message' in value && typeof value.message === 'string') return value.message;
	return undefined;
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The contact of a batch that is meant by a field, as its place in the request, and the contact's own field.
 *
 * @param field `contacts.2.name`, `contacts[2].name` or `contacts/2/name`
 * @returns undefined when it is about no contact in particular
 */
export function blamedContact(field: string | undefined): { index: number; field?: string } | undefined {
	const [, index, own] = /^contacts[.[/](\d{1,9})\]?(?:[./](.+))?$/.exec(field ?? '') ?? [];
	return index === undefined ? undefined : { index: Number(index), field: own?.replaceAll('/', '.') };
}
