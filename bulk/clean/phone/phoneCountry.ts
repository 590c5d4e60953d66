import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/mobile';
import metadata from 'libphonenumber-js/mobile/metadata';
import { e164 } from './cleanPhone';
import { planOf } from './numberingPlan';

/** Calling codes have one, two or three digits, and none begins as another one does. */
const codeLengths = [1, 2, 3];

/**
 * The country of a phone number, by its calling code; where countries share one, by their numbering plans.
 *
 * @param number in E.164
 * @returns ISO 3166-1 alpha-2; undefined where it cannot be told, and for what is no such number
 */
export function phoneCountry(number: string): string | undefined {
	if (!e164.test(number)) return undefined;
	for (const length of codeLengths) {
		const countries = countriesOf(number.slice(1, 1 + length));
		const [only] = countries;
		if (only !== undefined) {
			return countries.length === 1 ? only : ofShared(number, countries, number.slice(1 + length));
		}
	}
	return undefined;
}

function countriesOf(callingCode: string): readonly CountryCode[] {
	const byCode: Record<string, CountryCode[]> = metadata.country_calling_codes;
	return Object.hasOwn(byCode, callingCode) ? (byCode[callingCode] ?? []) : [];
}

/** The library knows the mobile numbers of each; of others, the plan of one country alone may have room for them. */
function ofShared(number: string, countries: readonly CountryCode[], national: string): string | undefined {
	const known = parsePhoneNumberFromString(number)?.country;
	if (known !== undefined) return known;
	const possible = countries.filter((country) => planOf(country).pattern.test(national));
	return possible.length === 1 ? possible[0] : undefined;
}
