import type { CountryCode } from 'libphonenumber-js/mobile';
import metadata from 'libphonenumber-js/mobile/metadata';

/** How numbers are dialled in a country. */
export interface NumberingPlan {
	callingCode: string;
	/** What is dialled before numbers of other countries; several countries have one for each carrier. */
	exitCode: RegExp;
	/** Of all its national numbers, without trunk prefix. */
	pattern: RegExp;
}

const plans = new Map<string, NumberingPlan>();

/**
 * The numbering plan of a country (ISO 3166-1 alpha-2) or of a calling code; where countries share one, of the main one.
 */
export function planOf(countryOrCallingCode: CountryCode | string): NumberingPlan {
	let plan = plans.get(countryOrCallingCode);
	if (!plan) {
		// Where libphonenumber keeps these is told in its METADATA.md.
		const [callingCode, exitCode, pattern] = metadataOf(countryOrCallingCode);
		plan = {
			callingCode: String(callingCode),
			exitCode: new RegExp(`^(?:${String(exitCode)})(?=[1-9])`),
			pattern: new RegExp(`^(?:${String(pattern)})$`),
		};
		plans.set(countryOrCallingCode, plan);
	}
	return plan;
}

function metadataOf(countryOrCallingCode: string): unknown[] {
	const { countries, country_calling_codes: countriesOf, nonGeographic } = metadata;
	const [country = countryOrCallingCode] = countriesOf[countryOrCallingCode] ?? [];
	const ofCountries: Record<string, unknown[]> = countries;
	return ofCountries[country] ?? nonGeographic[countryOrCallingCode] ?? [];
}
