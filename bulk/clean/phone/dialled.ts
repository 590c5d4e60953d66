import type { CountryCode } from 'libphonenumber-js/mobile';
import { planOf } from './numberingPlan';
import { isMobile, isValid, readInternational, readNational, type FoundReading } from './reading';

/**
 * French numbers that begin so have this calling code, by libphonenumber's metadata.max.json. All of France shares one
 * numbering plan, but its regions overseas have codes of their own, and +33 does not reach them.
 */
const regions: Array<[callingCode: string, start: RegExp]> = [
	['590', /^(?:590|69[01])/],
	['594', /^(?:594|694)/],
	['596', /^(?:596|69[67])/],
	['262', /^(?:262|263|269|69[23]|639)/],
	['33', /^(?:6[0-8]|7[3-8])/],
];
const french = new Set(regions.map(([callingCode]) => callingCode));
/** Starts that libphonenumber (metadata.max.json) has both with +33 and with a code of overseas. */
const doubtfulInFrance = /^(?:26[389]|596|598|709)/;
/** Starts with which nobody in France has a number, by the same source. */
const unusedInFrance = /^(?:40|7[0-2]|84[135-9]|87)/;

/** With which libphonenumber (metadata.max.json) knows no fixed line, but mobile numbers that had a zero before them. */
const noItalianAreaCode = /^03(?:2[05-9]|3[03-9]|[48][07-9]|6[016-8]|7[089])/;

/** 01 before a number of another town, 044 and 045 before a mobile one: until 2019. */
const oldMexican = /^0(?:1|4[45])\d{10}$/;

/**
 * Reads national digits, also where the general pattern of the Default Country says too little of whose they are.
 *
 * @returns undefined when that is no valid number, or a doubtful one
 */
export function readDialled(digits: string, country: CountryCode): FoundReading {
	const { callingCode } = planOf(country);
	if (french.has(callingCode) && /^0?[1-9]\d{8}$/.test(digits)) return readFrench(digits, country);
	if (callingCode === '39' && isMobileBehindZero(digits)) return undefined;
	if (callingCode === '52' && oldMexican.test(digits)) return readOldMexican(digits);
	return readNational(digits, country);
}

function readFrench(digits: string, country: CountryCode): FoundReading {
	const { callingCode } = planOf(country);
	const number = digits.replace(/^0/, '');
	const isDoubtful = doubtfulInFrance.test(number) || unusedInFrance.test(number);
	if (callingCode === '33' && isDoubtful) return undefined;
	const [region = callingCode] = regions.find(([, start]) => start.test(number)) ?? [];
	return region === callingCode
		? readNational(digits, country)
		: onlyValid(readInternational(region + number));
}

/** 0333 1234567 is no fixed line of Italy; 0331 1234567 may be one, or the mobile number 331 1234567. */
function isMobileBehindZero(digits: string): boolean {
	if (noItalianAreaCode.test(digits)) return true;
	const without = /^0\d{10}$/.test(digits) ? readInternational(`39${digits.slice(1)}`) : undefined;
	return without !== undefined && isMobile(without);
}

/** 044 7911 123456 may as well be a British mobile number, with a zero too few or too many. */
function readOldMexican(digits: string): FoundReading {
	const british = digits.startsWith('044') ? readInternational(digits.slice(1)) : undefined;
	return british && isMobile(british) ? undefined : readInternational(`52${digits}`);
}

function onlyValid(reading: FoundReading): FoundReading {
	return reading && isValid(reading) ? reading : undefined;
}
