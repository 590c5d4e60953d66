import { getCountries, isSupportedCountry } from 'libphonenumber-js/mobile';
import { choosePhone } from './choice';
import { planOf } from './numberingPlan';
import { isRounded, looksLikeOneNumber, readSpelling } from './spelling';

/** A phone number made ready to be sent, or the reason why it cannot be. */
type CleanedPhone = { number: string } | { rounded: string };

/** A number with its country, as ITU-T E.164 writes it. */
export const e164 = /^\+[1-9]\d{6,14}$/;
/** Mexico's old way to write a mobile number, which WhatsApp still knows. */
const oldMexicanMobile = /^\+521\d{10}$/;

/**
 * Cleans a phone number as a sheet or CRM holds it. It never becomes the number of somebody else.
 *
 * A number with its country ("+" or 00) becomes E.164 if it is possible (libphonenumber's word: right length for its
 * country); one without needs the default country, and must be valid in it. What is doubtful (letters, extensions, two
 * numbers in a cell, dates, digits that are as likely national as international) is passed on as typed: the service is
 * the judge of it.
 *
 * @param text the cell as text, undefined when it is empty
 * @param defaultCountry ISO 3166-1 alpha-2, for numbers written without their country
 * @returns the number to send ('' for an empty cell), or the rounded spelling (5.21E+11, 521000000000) that has lost its
 * digits
 */
export function cleanPhone(text: string | undefined, defaultCountry?: string): CleanedPhone {
	if (text === undefined) return { number: '' };
	if (e164.test(text)) return { number: text };
	const spelling = readSpelling(text);
	const { typed, plain } = spelling;
	if (isRounded(spelling)) return { rounded: typed };
	if (e164.test(plain)) return { number: plain };
	if (!looksLikeOneNumber(plain)) return { number: typed };
	const country = defaultCountry?.trim().toUpperCase();
	const known = country && isSupportedCountry(country) ? country : undefined;
	const bare = plain.replace(/[^+\d]/g, '');
	return { number: choosePhone(plain, known) ?? (oldMexicanMobile.test(bare) ? bare : typed) };
}

/**
 * Says whether libphonenumber knows the country, so that a typing slip is told before anything is sent.
 *
 * @param country ISO 3166-1 alpha-2, in any case
 */
export function isPhoneCountry(country: string): boolean {
	return isSupportedCountry(country.trim().toUpperCase());
}

/**
 * The calling code of a country, without "+".
 *
 * @param country ISO 3166-1 alpha-2, in any case
 * @returns undefined for one that libphonenumber does not know
 */
export function callingCodeOf(country: string): string | undefined {
	const known = country.trim().toUpperCase();
	return isSupportedCountry(known) ? planOf(known).callingCode : undefined;
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
	const digits = digitsOf(contact);
	return digits.length < 6 ? undefined : digits.slice(-8);
}

/**
 * What two spellings of one international number have in common: its digits, without the 00 that stands for "+".
 */
export function phoneDigits(contact: string): string {
	return digitsOf(contact).replace(/^00/, '');
}

function digitsOf(contact: string): string {
	return (e164.test(contact) ? contact : readSpelling(contact).plain).replace(/\D/g, '');
}
