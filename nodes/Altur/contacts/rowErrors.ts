import type { RowProblem } from '../../../bulk/rows';

const messages: Record<string, (contact: string) => string> = {
	MISSING_CONTACT: () =>
		'The row has no phone number. Fill it in, or check which column is mapped to Phone Number.',
	INVALID_PHONE_NUMBER: (contact) =>
		`Altur does not take "${contact}" as a phone number. Write it with + and the country code, or set the Default Country under Options.`,
	SERVER_ERROR: () => 'Altur could not store this row. Run the failed rows again later.',
	TOO_LARGE: () => 'This row alone is larger than Altur takes. Shorten its context or extracted data.',
};

/**
 * Puts the code of a refused row (vendor page "Create contacts", per-item results) into words.
 *
 * @param contact the phone number as it was sent
 */
export function explainRow(code: string, contact: string): RowProblem {
	const message = messages[code]?.(contact) ?? `Altur refused this row with the code ${code}.`;
	return { code, message };
}
