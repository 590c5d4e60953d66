import type { CountryCode } from 'libphonenumber-js/mobile';
import { planOf } from './numberingPlan';
import { readWithoutPlus } from './national';
import {
	isMobile,
	isValid,
	readAfterExitCode,
	readInternational,
	type FoundReading,
	type PhoneReading,
} from './reading';

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

function read(plain: string, country: CountryCode | undefined): FoundReading {
	const digits = plain.replace(/\D/g, '');
	if (plain.includes('+')) return readWithPlus(plain, digits);
	if (digits.startsWith('00')) return readWithZeros(plain, digits, country);
	return country && readWithoutPlus(plain, digits, country);
}

/** +49 (0)151 ...: the zero belongs to the number in some countries, in most it does not. */
function readWithPlus(plain: string, digits: string): FoundReading {
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
function readWithZeros(plain: string, digits: string, country: CountryCode | undefined): FoundReading {
	const withPlus = readWithPlus(plain.replace(/^\D*00/, '+'), digits.slice(2));
	const longer = country && !bracketedZero.test(plain) ? readAfterExitCode(digits, country) : undefined;
	if (!country || !longer || longer.number === withPlus?.number) return withPlus;
	if (!withPlus || !isValid(withPlus) || hasDoubledOne(withPlus)) return longer;
	const ownCountry = withPlus.number.startsWith(`+${planOf(country).callingCode}`);
	return ownCountry || withPlus.certainty > longer.certainty ? withPlus : undefined;
}

/** 0011 65 ... is dialled in Australia; with a trunk prefix after it, nobody writes the "+1" of North America. */
function hasDoubledOne({ number, changed }: PhoneReading): boolean {
	return changed === true && number.startsWith('+1');
}

/**
 * In "+91 98765 43210 11" a surer number ends before the cell does, so the rest does not belong to it; in
 * "01 9542 01 9543" two numbers stand beside one another.
 */
function hasSomethingBeside(found: PhoneReading, plain: string, country: CountryCode | undefined): boolean {
	const parts = [...plain.matchAll(/\d(?=[ ()./-])/g)]
		.map(({ index }) => [plain.slice(0, index + 1), plain.slice(index + 1)] as const)
		.filter(([part]) => isLong(part));
	return parts.some(([part, rest]) => {
		const mayBeginAnother = /^[ /]+0/.test(rest);
		if (isMobile(found) && !mayBeginAnother) return false;
		const alone = read(part, country);
		if (!alone || !isValid(alone)) return false;
		const another = mayBeginAnother && isLong(rest) && read(rest, country) !== undefined;
		return another || alone.certainty > found.certainty;
	});
}

/** Whether a part of a cell may be a number by itself. */
function isLong(part: string): boolean {
	return part.replace(/\D/g, '').length >= 6;
}
