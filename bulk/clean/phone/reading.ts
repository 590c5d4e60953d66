import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/mobile';
import { planOf } from './numberingPlan';

/** How sure a reading is: `possible` by its length, `valid` by its first digits too, `mobile` by the pattern of those. */
const certainty = { possible: 0, valid: 1, mobile: 2 };

/** A number that digits may stand for. */
export interface PhoneReading {
	/** E.164. */
	number: string;
	/** Found out when it is asked for: of most numbers with "+" nobody asks, and to know it costs as much as to read them. */
	readonly certainty: number;
	/** Whether a trunk prefix had to be taken out from behind the country code. */
	changed?: boolean;
}

export type FoundReading = PhoneReading | undefined;

const e164 = /^\+[1-9]\d{6,14}$/;
/** 01, 044 and 045 were dialled within Mexico until 2019. */
const oldMexican = /^520(?:1|4[45])(?=\d{10}$)/;

/**
 * Reads digits that begin with a country code. A trunk prefix after it (+49 0151 ...) is taken out only if it is
 * certain that it is one.
 *
 * @returns undefined when that is no possible number
 */
export function readInternational(digits: string): FoundReading {
	if (oldMexican.test(digits)) return readOldMexican(digits);
	const asWritten = `+${digits}`;
	const parsed = parsePhoneNumberFromString(asWritten);
	if (!parsed || !e164.test(parsed.number)) return undefined;
	if (parsed.number === asWritten) return readingOf(parsed);
	const reading = readingOf(parsed);
	const written = digits.slice(parsed.countryCallingCode.length);
	const certain = reading !== undefined && isValid(reading) && !fitsPlan(parsed, written);
	return certain ? { ...reading, changed: true } : undefined;
}

/** +52 01 55 ...: what was dialled within Mexico is taken out, if the rest is a number of a Mexican town. */
function readOldMexican(digits: string): FoundReading {
	const reading = readInternational(digits.replace(oldMexican, '52'));
	return reading && isMobile(reading) ? { ...reading, changed: true } : undefined;
}

/**
 * Reads digits as they are dialled within a country, with or without its trunk prefix.
 *
 * @returns undefined when that is no valid number
 */
export function readNational(digits: string, country: CountryCode): FoundReading {
	const { callingCode, exitCode } = planOf(country);
	// What begins with the exit code or the own country code, libphonenumber would read as international.
	const misread = digits.startsWith(callingCode) || exitCode.test(digits);
	const parsed = misread
		? parsePhoneNumberFromString(`+${callingCode}${digits}`)
		: parsePhoneNumberFromString(digits, country);
	if (parsed?.countryCallingCode !== callingCode || !e164.test(parsed.number)) return undefined;
	const reading = readingOf(parsed);
	return reading && isValid(reading) ? reading : undefined;
}

/**
 * Reads digits as they are dialled from a country to another one: 011, 0011, 810, 010, by the country.
 *
 * @returns undefined when they do not begin so, or no valid number follows
 */
export function readAfterExitCode(digits: string, country: CountryCode): FoundReading {
	const [exitCode] = planOf(country).exitCode.exec(digits) ?? [];
	const reading = exitCode && readInternational(digits.slice(exitCode.length));
	return reading && isValid(reading) ? reading : undefined;
}

export function isValid(reading: PhoneReading): boolean {
	return reading.certainty >= certainty.valid;
}

export function isMobile(reading: PhoneReading): boolean {
	return reading.certainty === certainty.mobile;
}

function readingOf(parsed: PhoneNumber): FoundReading {
	if (!parsed.isPossible() && !parsed.isValid()) return undefined;
	let known: number | undefined;
	return {
		number: parsed.number,
		get certainty() {
			return (known ??= certaintyOf(parsed));
		},
	};
}

function certaintyOf(parsed: PhoneNumber): number {
	// Of the types of numbers, this metadata has only the mobile ones.
	if (parsed.isValid()) return certainty.mobile;
	return fitsPlan(parsed, parsed.nationalNumber) ? certainty.valid : certainty.possible;
}

/** Whether a national number fits the numbering plan of the country that `parsed` is of, mobile or not. */
function fitsPlan({ country, countryCallingCode }: PhoneNumber, nationalNumber: string): boolean {
	return planOf(country ?? countryCallingCode).pattern.test(nationalNumber);
}
