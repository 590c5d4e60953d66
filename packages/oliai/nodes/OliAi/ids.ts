import { valueToText } from '../../../../bulk/text';
import type { Column } from '../../../../bulk/columns';
import { locatorValue, type FormColumns } from '../../../../n8n/formColumns';
import { InputProblem } from '../../../../n8n/inputProblem';

/**
 * Reads the ID of a contact or audience. IDs are opaque: the vendor's pages show several forms.
 *
 * @param value text, or a resource locator
 * @throws InputProblem when it is empty
 */
export function requireId(what: 'contact' | 'audience', value: unknown): string {
	const id = valueToText(typeof value === 'object' && value !== null ? locatorValue(value) : value)?.trim();
	if (id) return id;
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
export function readAudience(columns: FormColumns): Column {
	const audience = columns.column('Audience', locatorValue(columns.raw('audienceId')));
	columns.requireColumns('Audience', audience);
	if (audience.isSameForAll) requireId('audience', audience.read(0));
	return audience;
}
