import { valueToText } from '../../../../bulk/clean/text';
import type { Column } from '../../../../n8n/form/columns/expressions';
import { locatorValue, type FormColumns } from '../../../../n8n/form/columns/formColumns';
import { InputProblem } from '../../../../n8n/inputProblem';

/** What ends a part of a path or leads out of it, also where a server between decodes it once more. */
const leadsElsewhere = /^\.{1,2}$|[/\\?#\p{Cc}\p{Cs}]|%(?:2e|2f|5c|3f|23|[01][\da-f]|7f)/iu;

/** Whether an ID, encoded, stays one part of a path. */
export function isPlainId(id: string): boolean {
	return !leadsElsewhere.test(id);
}

/**
 * Reads the ID of a contact or audience. IDs are opaque: the vendor's pages show several forms. Only what would lead
 * a request elsewhere is refused: `DELETE /contacts/..` deletes something else.
 *
 * @param value text, or a resource locator
 * @throws InputProblem when it is empty, or leads elsewhere
 */
export function requireId(what: 'contact' | 'audience', value: unknown): string {
	const held = locatorValue(value);
	const isPlain = typeof held !== 'object' || held === null;
	const id = isPlain ? valueToText(held)?.trim() : undefined;
	if (id && isPlainId(id)) return id;
	if (id || !isPlain) {
		throw new InputProblem(
			what === 'contact' ? 'INVALID_CONTACT_ID' : 'INVALID_AUDIENCE_ID',
			`${JSON.stringify(id ?? held)} is no ID of ${what === 'contact' ? 'a contact' : 'an audience'}.`,
			'An ID has no / \\ ? # in it and is not of dots only; enter it as the other operations return it.',
		);
	}
	throw new InputProblem(
		what === 'contact' ? 'NO_CONTACT_ID' : 'NO_AUDIENCE_ID',
		what === 'contact' ? 'Contact ID is empty.' : 'No audience is chosen.',
		what === 'contact'
			? 'Drag the column with the IDs of the contacts into it.'
			: 'Pick one from the list in the Audience field, or enter its ID.',
	);
}

/**
 * The field Audience as a column.
 *
 * @throws InputProblem when none is chosen for any row
 */
export function readAudience(formColumns: FormColumns): Column {
	const audience = formColumns.column('Audience', locatorValue(formColumns.raw('audienceId')));
	formColumns.requireColumns('Audience', audience);
	if (audience.isSameForAll) requireId('audience', audience.read(0));
	return audience;
}
