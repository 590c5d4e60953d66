import { isFullNumber } from '../../../../bulk/clean/phone/fullNumber';
import type { RefusedRow } from '../../../../bulk/rows';
import type { Contact } from '../schema';
import { explainRow } from './rowProblems';

/** Signs that people write into numbers, and that Altur takes out when it makes E.164 of them. */
const signs = /[\s().-]/g;

/**
 * Foresees which rows Altur refuses: those without a phone number, and those whose number it cannot make E.164 of. A
 * number without "+" is one of these, because no page says of which country Altur would take it to be.
 *
 * @param country the Default Country of the row, if one is set
 * @returns undefined for a row against which nothing is known
 */
export function foreseeRefusal(
	{ contact }: Contact,
	country: string | undefined,
): RefusedRow['refused'] | undefined {
	if (isFullNumber(contact.replace(signs, ''))) return undefined;
	const code = contact.trim() === '' ? 'MISSING_CONTACT' : 'INVALID_PHONE_NUMBER';
	return { ...explainRow(code, contact, country), contact };
}
