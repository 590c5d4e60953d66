import fc from '../../../properties';
import examples from 'libphonenumber-js/examples.mobile.json';
import metadata from 'libphonenumber-js/max/metadata';
import {
	getCountries,
	getExampleNumber,
	parsePhoneNumberFromString,
	type CountryCode,
	type PhoneNumber,
} from 'libphonenumber-js/max';

/** A number, and the country whose it is. */
export interface PhoneSample {
	country: CountryCode;
	phone: PhoneNumber;
}

/** libphonenumber's own example of each country, which is a mobile number. */
export const exampleNumbers: PhoneSample[] = getCountries().flatMap((country) => {
	const phone = getExampleNumber(country, examples);
	return phone ? [{ country, phone }] : [];
});

/** Where libphonenumber keeps the patterns of fixed and mobile lines of a country. */
const typesOf = 11;

/** A few more numbers of each country, fixed and mobile, made from the patterns that the whole metadata has of it. */
export const madeNumbers: PhoneSample[] = getCountries().flatMap((country) => {
	const plan: unknown[] = metadata.countries[country] ?? [];
	const types: unknown = plan[typesOf];
	const patterns = Array.isArray(types) ? types.slice(0, 2).map((type: unknown) => String(type)) : [];
	return patterns.flatMap((pattern) => madeFrom(pattern, country, String(plan[0])));
});

function madeFrom(typeText: string, country: CountryCode, callingCode: string): PhoneSample[] {
	// The text of a type is its pattern, then perhaps ",", and its possible lengths.
	const pattern = typeText.replace(/,[\d,]*$/, '');
	if (pattern === '') return [];
	return fc
		.sample(fc.stringMatching(new RegExp(`^(?:${pattern})$`)), { seed: 2024, numRuns: 40 })
		.flatMap((national) => parsePhoneNumberFromString(`+${callingCode}${national}`) ?? [])
		.filter((phone) => phone.country === country && phone.isValid() && comesBack(phone, country))
		.slice(0, 2)
		.map((phone) => ({ country, phone }));
}

/** Gabon's older numbers, for one, libphonenumber itself does not find again in its national spelling of them. */
function comesBack(phone: PhoneNumber, country: CountryCode): boolean {
	return (
		phone.nationalNumber.length > 5 &&
		parsePhoneNumberFromString(phone.formatNational(), country)?.number === phone.number
	);
}
