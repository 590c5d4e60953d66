import type { CountryCode } from 'libphonenumber-js/mobile';
import { planOf } from './numberingPlan';
import {
	isMobile,
	isValid,
	readAfterExitCode,
	readInternational,
	readNational,
	type PhoneReading,
} from './phoneReading';

type Found = PhoneReading | undefined;

const bracketedZero = /\( *0 *\)/;

/**
 * Finds the one number that a spelling stands for, so that it never becomes another one. Several countries may read
 * the same digits each in its way: the surest reading counts, and where two are equally sure, none does.
 *
 * @param plain a spelling that looks like one number, as `readSpelling` returns it
 * @param country the Default Country
 * @returns undefined when it is doubtful
 */
export function choosePhone(plain: string, country: CountryCode | undefined): string | undefined {
	const found = read(plain, country);
	return found && !hasSomethingBeside(found, plain, country) ? found.number : undefined;
}

function read(plain: string, country: CountryCode | undefined): Found {
	const digits = plain.replace(/\D/g, '');
	if (plain.includes('+')) return readWithPlus(plain, digits);
	if (digits.startsWith('00')) return readWithZeros(plain, digits, country);
	return country && readWithoutPlus(plain, digits, country);
}

/** +49 (0)151 ...: the zero belongs to the number in some countries, in most it does not. */
function readWithPlus(plain: string, digits: string): Found {
	const withZero = readInternational(digits);
	if (!bracketedZero.test(plain)) return withZero;
	if (!withZero || !isValid(withZero)) return undefined;
	const without = readInternational(plain.replace(bracketedZero, '').replace(/\D/g, ''));
	return without && isValid(without) && without.number !== withZero.number ? undefined : withZero;
}

/**
 * 00 at the start stands for "+", whatever carriers a country has that are dialled with 00 and more digits (0055 in
 * Brazil, 0057 in Colombia). Only what is no number then may be one behind such a longer exit code (0011 in Australia).
 */
function readWithZeros(plain: string, digits: string, country: CountryCode | undefined): Found {
	const withPlus = readWithPlus(plain.replace(/^\D*00/, '+'), digits.slice(2));
	const longer = country && !bracketedZero.test(plain) ? readAfterExitCode(digits, country) : undefined;
	if (!country || !longer || longer.number === withPlus?.number) return withPlus;
	if (!withPlus || !isValid(withPlus) || withPlus.changed) return longer;
	const ownCountry = withPlus.number.startsWith(`+${planOf(country).callingCode}`);
	return ownCountry || withPlus.certainty > longer.certainty ? withPlus : undefined;
}

function readWithoutPlus(plain: string, digits: string, country: CountryCode): Found {
	const national = readNational(digits, country);
	const international = readOwnCountryCode(digits, country);
	const behindZero = digits.startsWith('0');
	// 091 98765 43210: that the zero stands before a country code must be likelier than that it is a trunk prefix.
	if (national && behindZero && international?.certainty === national.certainty) return national;
	const surest = theSurest([national, international, readAfterExitCode(digits, country)]);
	if (surest !== national || !surest || isMobile(surest)) return surest;
	if (behindZero || plain.startsWith('(')) return surest;
	// 919876543210 fits Germany's numbering plan, but is India's, without "+". Mobile numbers of the Default Country
	// are taken at their word, although up to four in a hundred would be somebody's abroad as well.
	const abroad = readInternational(digits);
	return abroad && abroad.number !== surest.number && isValid(abroad) ? undefined : surest;
}

/** Reads digits that begin with the country code, perhaps with a trunk zero before it. */
function readOwnCountryCode(digits: string, country: CountryCode): Found {
	const withoutZero = digits.replace(/^0/, '');
	if (!withoutZero.startsWith(planOf(country).callingCode)) return undefined;
	const found = readInternational(withoutZero);
	const tooManyZeros = found?.changed && withoutZero !== digits;
	return found && isValid(found) && !tooManyZeros ? found : undefined;
}

/** @returns undefined when two different numbers are equally sure */
function theSurest(readings: Found[]): Found {
	const found = readings.filter((reading) => reading !== undefined);
	const most = Math.max(...found.map(({ certainty }) => certainty));
	const [first, ...others] = found.filter(({ certainty }) => certainty === most);
	return others.every(({ number }) => number === first?.number) ? first : undefined;
}

/**
 * In "+91 98765 43210 11" a surer number ends before the cell does, so the rest does not belong to it; in
 * "01 9542 01 9543" two numbers stand beside one another.
 */
function hasSomethingBeside(found: PhoneReading, plain: string, country: CountryCode | undefined): boolean {
	const ends = isMobile(found) ? /\d(?=[ /]+0)/g : /\d(?=[ ()./-])/g;
	return [...plain.matchAll(ends)].some(({ index }) => {
		const alone = readIfLong(plain.slice(0, index + 1), country);
		if (!alone || !isValid(alone)) return false;
		const rest = plain.slice(index + 1);
		const another = /^[ /]+0/.test(rest) && readIfLong(rest, country) !== undefined;
		return another || alone.certainty > found.certainty;
	});
}

/** Reads a part of a cell, if it is long enough to be a number by itself. */
function readIfLong(part: string, country: CountryCode | undefined): Found {
	return part.replace(/\D/g, '').length < 6 ? undefined : read(part, country);
}
