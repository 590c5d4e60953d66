import { z } from 'zod';
import type { ZodIssue } from 'zod';

/** What Django REST framework, Altur's own, says of a value that a serializer refuses. */
function sentenceOf(issue: ZodIssue): string {
	switch (issue.code) {
		case 'invalid_type':
			return typeSentence(issue.expected, issue.received);
		case 'invalid_enum_value':
			return `"${String(issue.received)}" is not a valid choice.`;
		case 'unrecognized_keys':
			return 'Unknown field.';
		case 'too_small':
			if (issue.type === 'array') return 'This list may not be empty.';
			return `Ensure this value is greater than or equal to ${String(issue.minimum)}.`;
		case 'too_big':
			if (issue.type === 'array')
				return `Ensure this field has no more than ${String(issue.maximum)} elements.`;
			return `Ensure this value is less than or equal to ${String(issue.maximum)}.`;
		default:
			return issue.message;
	}
}

function typeSentence(expected: string, received: string): string {
	if (received === 'undefined') return 'This field is required.';
	if (received === 'null') return 'This field may not be null.';
	if (expected === 'string') return 'Not a valid string.';
	if (expected === 'array') return `Expected a list of items but got type "${received}".`;
	if (expected === 'object') return `Expected a dictionary of items but got type "${received}".`;
	return `A valid ${expected} is required.`;
}

/** Where an issue stands; an unknown key stands where it was written. */
function pathsOf(issue: ZodIssue): (string | number)[][] {
	if (issue.code !== 'unrecognized_keys') return [issue.path];
	return issue.keys.map((key) => [...issue.path, key]);
}

const nonField = 'non_field_errors';
type Sentences = Record<string, string[]>;

function note(sentences: Sentences, field: string | number | undefined, sentence: string): void {
	(sentences[field ?? nonField] ??= []).push(sentence);
}

/**
 * The issues of a body or query as DRF tells them: a list of sentences under each field. For a list of rows it
 * holds an entry per row in their order, `{}` for those that are well; what is wrong deeper in a row stands under
 * the row's field.
 */
export function fieldErrors(issues: readonly ZodIssue[], value: unknown): Record<string, unknown> {
	const fields: Sentences = {};
	const lists = new Map<string, Sentences[]>();
	for (const issue of issues) {
		for (const [field, index, inRow] of pathsOf(issue)) {
			if (typeof field === 'string' && typeof index === 'number') {
				const rows = lists.get(field) ?? rowsOf(value, field).map(() => ({}));
				lists.set(field, rows);
				note((rows[index] ??= {}), inRow, sentenceOf(issue));
			} else note(fields, field, sentenceOf(issue));
		}
	}
	return { ...fields, ...Object.fromEntries(lists) };
}

function rowsOf(value: unknown, field: string): unknown[] {
	return z.object({ [field]: z.array(z.unknown()) }).safeParse(value).data?.[field] ?? [];
}
