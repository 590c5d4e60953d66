import type { IDataObject } from 'n8n-workflow';
import { cleanPhone, e164, phoneDigits } from '../../../../bulk/clean/phone/cleanPhone';
import { valueToText } from '../../../../bulk/clean/text';

/** Two spellings of one subscriber's number of which only one is valid today: Mexico's 1, Brazil's 9 of mobile numbers. */
const olderSpellings: Array<[older: RegExp, common: string]> = [
	[/^521(?=\d{10}$)/, '52'],
	[/^55(\d{2})9(?=[6-9]\d{7}$)/, '55$1'],
];

/**
 * The same for all ways to write one number, and never for two numbers that are both valid: what is found is deleted.
 * Italy's numbers, for one, are of other people with a 0 behind the country.
 *
 * @param number E.164
 */
export function phoneKey(number: string): string {
	const common = olderSpellings.reduce(
		(digits, [older, shorter]) => digits.replace(older, shorter),
		phoneDigits(number),
	);
	return `phone ${common}`;
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
