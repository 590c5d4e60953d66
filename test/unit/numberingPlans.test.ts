import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/mobile/metadata';
import { withoutFormats } from '../../scripts/numberingPlans';
import { exampleNumbers } from './bulk/clean/phoneSamples';
import { unambiguousSpellings } from './bulk/clean/phoneSpellings';

const published = withoutFormats(metadata);

describe('The numbering plans in the published packages', () => {
	it('are at least a third smaller than all that libphonenumber has', () => {
		expect(JSON.stringify(published).length).toBeLessThan(JSON.stringify(metadata).length * 0.67);
	});

	it('read every number as all of libphonenumber does', () => {
		const read = (of: typeof metadata, text: string, defaultCountry?: CountryCode) => {
			const phone = parsePhoneNumberFromString(text, { defaultCountry }, of);
			return phone ? `${phone.number} ${phone.country} ${phone.isPossible()} ${phone.isValid()}` : 'none';
		};
		const spellings = exampleNumbers
			.flatMap(unambiguousSpellings)
			.flatMap(({ text, defaults }) => defaults.map((country) => [text, country] as const));
		const different = spellings.filter(
			([text, country]) => read(published, text, country) !== read(metadata, text, country),
		);
		expect(spellings.length).toBeGreaterThan(10_000);
		expect(different).toEqual([]);
	});
});
