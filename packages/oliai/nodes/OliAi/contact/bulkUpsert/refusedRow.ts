import { isFullNumber } from '../../../../../../bulk/clean/phone/fullNumber';
import type { RefusedRow } from '../../../../../../bulk/rows';
import type { BulkContact } from '../schema';

/** So much of what OliAI says is told with a row. */
const maxQuotedCharacters = 300;

/**
 * Says why OliAI did not take a row, or will not.
 *
 * @param reason without a full stop at its end
 * @param hasCountry whether a Default Country is set for the row already, so that nobody is advised to set one
 */
export function explainRefusal(
	reason: string,
	phoneNumber: string,
	hasCountry: boolean,
): RefusedRow['refused'] {
	const isNational = /phone/i.test(reason) && !phoneNumber.startsWith('+');
	const advice = isNational
		? hasCountry
			? 'Write the number with + and the country code.'
			: 'Set Default Country, or write the number with +.'
		: 'Correct it in the row.';
	const message = `OliAI did not take this row: ${shortenReason(reason)}. ${advice}`;
	return { code: 'ROW_REFUSED', message, contact: phoneNumber };
}

/**
 * Foresees which rows OliAI refuses, by what it asks for on its page "Contacts": a name, and a number in E.164. How it
 * says so is not known, so the reason is in the words of the form.
 *
 * @param hasCountry whether a Default Country is set for the row already
 * @returns undefined for a row against which nothing is known
 */
export function foreseeRefusal(
	{ name, phoneNumber }: BulkContact,
	hasCountry: boolean,
): RefusedRow['refused'] | undefined {
	const reasons = [
		...(name === undefined ? ['Name is empty'] : []),
		...(phoneNumber === '' ? ['Phone Number is empty'] : []),
		...(phoneNumber === '' || isFullNumber(phoneNumber) ? [] : ['Phone Number is not international']),
	];
	return reasons.length === 0 ? undefined : explainRefusal(reasons.join('; '), phoneNumber, hasCountry);
}

/** What OliAI says, as far as it is told with a row. */
export function shortenReason(saying: string): string {
	return saying.length > maxQuotedCharacters ? `${saying.slice(0, maxQuotedCharacters)}...` : saying;
}
