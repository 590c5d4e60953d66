import type { CountryCode } from 'libphonenumber-js/mobile';
import { planOf } from './numberingPlan';
import { readDialled } from './dialled';
import {
	isMobile,
	isValid,
	readAfterExitCode,
	readInternational,
	type FoundReading,
	type PhoneReading,
} from './reading';

/** With a trunk zero, or the area code in brackets. */
const startsAsNational = /^[(0]/;
/** Russia's trunk prefix by itself, 8 (495) ...; no country code is a lone 8. */
const startsAsRussian = /^8[ (.-]/;
/** Ways to write that tell the country: 1 (630) 555-1234, 1-630-555-1234 and 8 (495) 123-45-67. */
const writings: Array<[callingCode: string, shape: RegExp]> = [
	['1', /^(?:1|\(1\))[ .-]*\(\d{3}\)[ .-]*\d{3}[ .-]*\d{4}$/],
	['1', /^(?:1[ .-]+|\(1\)[ .-]*)\d{3}[ .-]+\d{3}[ .-]+\d{4}$/],
	['7', /^[78][ .-]*\([34789]\d{2}\)[ .-]*\d{3}[ .-]*\d{2}[ .-]*\d{2}$/],
];

/**
 * Reads a spelling without "+" and 00: a national number, or one with the Default Country's own code or behind its exit
 * code (011 in the USA).
 *
 * @param plain a spelling that looks like one number
 * @param digits its digits
 * @returns undefined when it is none of these, or as likely one as the other
 */
export function readWithoutPlus(plain: string, digits: string, country: CountryCode): FoundReading {
	const { callingCode } = planOf(country);
	if (writings.some(([code, shape]) => code !== callingCode && shape.test(plain))) return undefined;
	const national = readDialled(digits, country);
	const ownCode = readOwnCountryCode(digits, country);
	const afterExitCode = readAfterExitCode(digits, country);
	if (!national) return surer(ownCode, afterExitCode);
	const own = ownCode ? chooseBetween(national, ownCode, plain, country) : national;
	if (!own || afterExitCode) return own && surer(own, afterExitCode);
	if (own !== national || isMobile(own) || startsAsNational.test(plain)) return own;
	if (callingCode === '7' && startsAsRussian.test(plain)) return own;
	return isLikelierAbroad(own, digits, country) ? undefined : own;
}

/** Reads digits that begin with the country code, perhaps with a trunk zero before it, as in 091 98765 43210. */
function readOwnCountryCode(digits: string, country: CountryCode): FoundReading {
	const withoutZero = digits.replace(/^0/, '');
	if (!withoutZero.startsWith(planOf(country).callingCode)) return undefined;
	const found = readInternational(withoutZero);
	const tooManyZeros = found?.changed && withoutZero !== digits;
	return found && isValid(found) && !tooManyZeros ? found : undefined;
}

/**
 * 4915123456789 is a mobile number of Germany with its code, although 04915 is an area code. How a number is grouped
 * may tell them apart: (0628) 13763879 is national in Indonesia, 062 813 ... is not.
 */
function chooseBetween(
	national: PhoneReading,
	ownCode: PhoneReading,
	plain: string,
	country: CountryCode,
): FoundReading {
	if (national.number === ownCode.number) return national;
	const { callingCode } = planOf(country);
	const isGrouped = /\d[ ()./-]+\d/.test(plain);
	const isOtherGroup = isGrouped && !new RegExp(`^\\D*0?\\D*${callingCode}(?!\\d)`).test(plain);
	const looksNational = startsAsNational.test(plain);
	if (isOtherGroup && looksNational) return national;
	if (national.certainty > ownCode.certainty) return national;
	if (national.certainty === ownCode.certainty) return looksNational ? national : undefined;
	return looksNational || isOtherGroup ? undefined : ownCode;
}

/**
 * 919876543210 fits Germany's numbering plan, where numbers have 4 to 15 digits, but is a mobile number of India,
 * without "+". Mobile numbers of the Default Country are never asked this: up to four in a hundred of them would be
 * somebody's abroad as well.
 */
function isLikelierAbroad(national: PhoneReading, digits: string, country: CountryCode): boolean {
	const abroad = readInternational(digits);
	if (!abroad || abroad.number === national.number || !isValid(abroad)) return false;
	return isMobile(abroad) || digits.length !== planOf(country).usualLength;
}

/** @returns undefined when two different numbers are equally sure */
function surer(one: FoundReading, other: FoundReading): FoundReading {
	if (!one || !other || one.number === other.number) return one ?? other;
	if (one.certainty === other.certainty) return undefined;
	return one.certainty > other.certainty ? one : other;
}
