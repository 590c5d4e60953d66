import { phoneDigits } from '../../../../bulk/clean/phone/cleanPhone';
import type { RowProblem } from '../../../../bulk/rows';
import { quote, shorten } from '../../../../n8n/messages';

const messagesByCode: ReadonlyMap<string, (contact: string, country: string | undefined) => string> = new Map(
	[
		['MISSING_CONTACT', () => 'The row has no phone number. Fill it in, or take another column for it.'],
		[
			'INVALID_PHONE_NUMBER',
			(contact: string, country: string | undefined) =>
				`Altur does not take "${contact}" as a phone number. ${numberAdvice(contact, country)}`,
		],
		['SERVER_ERROR', () => 'Altur could not store this row. Run the failed rows again later.'],
		['TOO_LARGE', () => 'This row alone is larger than Altur takes. Shorten its context or extracted data.'],
	],
);

/** The codes that Altur gives a row, with words of their own. */
export const rowCodes: ReadonlySet<string> = new Set(messagesByCode.keys());

/** A text with so few digits was never meant to be a number. */
const leastDigits = 6;

/** Characters of a Default Country that are shown; a column may hold anything. */
const mostOfCountry = 20;

/** Short, to be read in a table; nobody is advised to do what is done already. */
function numberAdvice(contact: string, country: string | undefined): string {
	if (contact.startsWith('+')) return 'Correct it in the row.';
	if (/\p{L}/u.test(contact) && phoneDigits(contact).length < leastDigits) {
		return 'Correct it, or take another column for it.';
	}
	return country === undefined
		? 'Set Default Country, or write it with +.'
		: `Check its digits and the Default Country (${shorten(country, mostOfCountry)}).`;
}

/**
 * Puts the code of a refused row (vendor page "Create contacts", per-item results) into words.
 *
 * @param contact the phone number as it was sent
 * @param country the Default Country of the row, if one is set
 * @param said Altur's own sentence, if there is one
 */
export function explainRow(code: string, contact: string, country?: string, said?: string): RowProblem {
	const message =
		messagesByCode.get(code)?.(contact, country) ??
		`Altur refused this row with the code ${code}.${quote('Altur', said)}`;
	return { code, message };
}
