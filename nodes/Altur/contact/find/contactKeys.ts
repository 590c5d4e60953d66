import type { IDataObject } from 'n8n-workflow';
import { cleanPhone, e164, phoneDigits } from '../../../../bulk/clean/phone/cleanPhone';
import { commonDigits } from '../../../../bulk/clean/phone/sameNumber';
import { valueToText } from '../../../../bulk/clean/text';

/** The same for all ways to write one number. @param number E.164 */
export function phoneKey(number: string): string {
	return `phone ${commonDigits(phoneDigits(number))}`;
}

/** External IDs are the same when they are spelled the same, but for blanks around them. */
export function externalIdKey(externalId: string): string {
	return `external ID ${externalId.trim()}`;
}

/**
 * By what a contact can be found. Altur writes numbers with their country; one that it does not is nobody's for sure, and
 * is not found by it.
 *
 * @param contact of a campaign's list
 */
export function contactKeys({ contact, f_id }: IDataObject): string[] {
	const cleaned = cleanPhone(valueToText(contact));
	const externalId = valueToText(f_id);
	return [
		...('number' in cleaned && e164.test(cleaned.number) ? [phoneKey(cleaned.number)] : []),
		...(externalId === undefined ? [] : [externalIdKey(externalId)]),
	];
}
