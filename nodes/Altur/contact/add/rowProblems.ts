import type { RowProblem } from '../../../../bulk/rows';
import { quote } from '../../../../n8n/messages';

const messagesByCode: ReadonlyMap<string, (contact: string, hasCountry: boolean) => string> = new Map([
	['MISSING_CONTACT', () => 'The row has no phone number. Fill it in, or take another column for it.'],
	[
		'INVALID_PHONE_NUMBER',
		(contact: string, hasCountry: boolean) =>
			`Altur does not take "${contact}" as a phone number. ${numberAdvice(contact, hasCountry)}`,
	],
	['SERVER_ERROR', () => 'Altur could not store this row. Run the failed rows again later.'],
	['TOO_LARGE', () => 'This row alone is larger than Altur takes. Shorten its context or extracted data.'],
]);

/** The codes that Altur gives a row, with words of their own. */
export const rowCodes: ReadonlySet<string> = new Set(messagesByCode.keys());

/** Short, to be read in a table; nobody is advised to do what is done already. */
function numberAdvice(contact: string, hasCountry: boolean): string {
	if (contact.startsWith('+')) return 'Correct it in the row.';
	return hasCountry
		? 'Check its digits, or write it with + and the country code.'
		: 'Set Default Country, or write it with +.';
}

/**
 * Puts the code of a refused row (vendor page "Create contacts", per-item results) into words.
 *
 * @param contact the phone number as it was sent
 * @param hasCountry whether a Default Country is set for the row
 * @param said Altur's own sentence, if there is one
 */
export function explainRow(code: string, contact: string, hasCountry = false, said?: string): RowProblem {
	const message =
		messagesByCode.get(code)?.(contact, hasCountry) ??
		`Altur refused this row with the code ${code}.${quote('Altur', said)}`;
	return { code, message };
}
