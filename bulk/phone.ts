import { getCountries, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A phone number made ready to be sent, or the reason why it cannot be. */
export type CleanedPhone = { contact: string } | { rounded: string };

const e164 = /^\+[1-9]\d{6,14}$/;
const onlyPhoneCharacters = /^[+\d\s().\-/\u2010-\u2015]{1,40}$/;
const separators = /[\s.\-\u2010-\u2015]/g;
/** Mexico's old way to write a mobile number, which WhatsApp still knows. */
const oldMexicanMobile = /^\+521\d{10}$/;
/** What has these shapes is no number, or a number with something else beside it. */
const doubtfulShapes = [
	/^\d{4}[-./]\d{1,2}[-./]\d{1,2}$/,
	/^\d{1,2}[-./]\d{1,2}[-./]\d{4}$/,
	/\)$/,
	/\d(\D*\d){7,}\s*\/\s*\d(\D*\d){4,}/,
	/\.\d$/,
];
const roundedByASheet = /^\d+([.,]\d+)?e\+?\d+$/i;

/**
 * Cleans a phone number as a sheet or CRM holds it.
 *
 * A possible number (libphonenumber's word: right length for its country) becomes E.164; national ones need the
 * default country. What is doubtful (letters, extensions, two numbers in a cell, dates, a number without "+" and
 * without a default country) is passed on as typed: the service is the judge of it.
 *
 * @param text the cell as text, undefined when it is empty
 * @param defaultCountry ISO 3166-1 alpha-2, for numbers written without their country
 * @returns the number to send ('' for an empty cell), or the rounded spelling (5.21E+11) that has lost its digits
 */
export function cleanPhone(text: string | undefined, defaultCountry?: string): CleanedPhone {
	const typed = (text ?? '').replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '').trim();
	if (roundedByASheet.test(typed)) return { rounded: typed };
	// A leading apostrophe is how people make a sheet keep a number as text.
	// "5512345678.0" is what comes of a number that a program kept with decimals.
	const number = typed.replace(/^'/, '').replace(/^(\+?\d{7,})\.0+$/, '$1');
	if (e164.test(number)) return { contact: number };
	if (!onlyPhoneCharacters.test(number)) return { contact: typed };
	if (doubtfulShapes.some((shape) => shape.test(number))) return { contact: typed };
	const country = defaultCountry?.trim().toUpperCase();
	const parsed = parsePhoneNumberFromString(
		number,
		country && isSupportedCountry(country) ? country : undefined,
	);
	if (parsed?.isPossible()) return { contact: parsed.number };
	const bare = number.replace(separators, '');
	return { contact: oldMexicanMobile.test(bare) ? bare : typed };
}

/**
 * Says whether libphonenumber knows the country, so that a typing slip is told before anything is sent.
 *
 * @param country ISO 3166-1 alpha-2, in any case
 */
export function isPhoneCountry(country: string): boolean {
	return isSupportedCountry(country.trim().toUpperCase());
}

/** @returns ISO 3166-1 alpha-2 codes of all countries that libphonenumber knows */
export function phoneCountries(): string[] {
	return getCountries();
}

/**
 * The part of a number by which two spellings of it are surely recognised as one: its last eight digits. Two
 * different numbers may share it; they then merely wait for each other.
 *
 * @returns undefined for what has fewer than six digits, and so cannot be anybody's number
 */
export function phoneOrderKey(contact: string): string | undefined {
	const digits = contact.replace(/\D/g, '');
	return digits.length < 6 ? undefined : digits.slice(-8);
}

/**
 * What two spellings of one international number have in common: its digits, without the 00 that stands for "+".
 */
export function phoneDigits(contact: string): string {
	return contact.replace(/\D/g, '').replace(/^00/, '');
}
