import type { CountryCode } from 'libphonenumber-js/mobile';
import metadata from 'libphonenumber-js/mobile/metadata';

/** How numbers are dialled in a country. */
interface NumberingPlan {
	callingCode: string;
	/** What is dialled before numbers of other countries; several countries have one for each carrier. */
	exitCode: RegExp;
	/** Of all its national numbers, without trunk prefix. */
	pattern: RegExp;
	/** How many digits its numbers usually have, also those of fixed lines; undefined where that varies. */
	usualLength: number | undefined;
}

const plans = new Map<string, NumberingPlan>();

/**
 * The numbering plan of a country (ISO 3166-1 alpha-2) or of a calling code; where countries share one, of the main one.
 */
export function planOf(countryOrCallingCode: CountryCode | string): NumberingPlan {
	let plan = plans.get(countryOrCallingCode);
	if (!plan) {
		// Where libphonenumber keeps these is told in its METADATA.md.
		const [callingCode, exitCode, pattern, lengths, , , , , , , , types] = metadataOf(countryOrCallingCode);
		plan = {
			callingCode: String(callingCode),
			exitCode: new RegExp(`^(?:${String(exitCode)})(?=[1-9])`),
			pattern: new RegExp(`^(?:${String(pattern)})$`),
			usualLength: withoutFixedLines.has(String(callingCode))
				? undefined
				: usualLength(numbersIn(listIn(listIn(types)[1])[1] ?? lengths)),
		};
		plans.set(countryOrCallingCode, plan);
	}
	return plan;
}

/** Of North America and Mexico, where mobile numbers look like fixed ones: what looks like neither is no number. */
const withoutFixedLines = new Set(['1', '52']);

/** Mobile numbers that are all of one length, or of two with and without a digit of old, say it of the others too. */
function usualLength(lengths: number[]): number | undefined {
	const shortest = Math.min(...lengths);
	return Math.max(...lengths) - shortest <= 1 ? shortest : undefined;
}

function listIn(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

function numbersIn(value: unknown): number[] {
	return listIn(value).filter((item) => typeof item === 'number');
}

function metadataOf(countryOrCallingCode: string): unknown[] {
	const { countries, country_calling_codes: countriesOf, nonGeographic } = metadata;
	const [country = countryOrCallingCode] = countriesOf[countryOrCallingCode] ?? [];
	const ofCountries: Record<string, unknown[]> = countries;
	return ofCountries[country] ?? nonGeographic[countryOrCallingCode] ?? [];
}
