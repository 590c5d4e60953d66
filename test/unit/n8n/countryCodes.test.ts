import { cleanPhone } from '../../../bulk/clean/phone/cleanPhone';
import { CountryCodes } from '../../../n8n/form/countryCodes';
import { sayWhatWasCompleted } from '../../../n8n/load/completedNumbers';

/** Reads cells as a load does. */
function sentenceOf(...cells: Array<[typed: string, country: string | undefined]>): string | undefined {
	const codes = new CountryCodes();
	for (const [typed, country] of cells) {
		const cleaned = cleanPhone(typed, country);
		if ('number' in cleaned) codes.note(typed, cleaned.number, country);
	}
	return sayWhatWasCompleted(codes);
}

const times = <Cell>(count: number, cell: Cell): Cell[] => Array.from({ length: count }, () => cell);

describe('The sum of what a Default Country did', () => {
	it('shows that the wrong one was chosen: numbers of Mexico become ones of the USA', () => {
		expect(sentenceOf(['33 1000 7919', 'US'])).toBe('1 number was completed with +1.');
	});

	it('counts completed numbers, and those that begin with another code', () => {
		const cells = [
			...times(1204, ['55 1234 5678', 'MX'] as [string, string]),
			...times(31, ['+1 212 555 0123', 'MX'] as [string, string]),
		];
		expect(sentenceOf(...cells)).toBe(
			'1,204 numbers were completed with +52; 31 begin with the code of another country.',
		);
		expect(sentenceOf(['55 1234 5678', 'mx '], ['0049 151 23456789', 'MX'])).toBe(
			'1 number was completed with +52; 1 begins with the code of another country.',
		);
	});

	it('knows a trunk prefix for no code', () => {
		expect(sentenceOf(['0151 23456789', 'DE'])).toBe('1 number was completed with +49.');
	});

	it.each([
		['that have their code', '+525512345678', 'MX'],
		['that have it without +', '52 55 1234 5678', 'MX'],
		['that have it behind 00', '00525512345678', 'MX'],
		['that are sent as typed', 'abc', 'MX'],
		['of a row without a Default Country', '55 1234 5678', undefined],
		['of a country that there is not', '55 1234 5678', 'XX'],
	])('says nothing of numbers %s', (_what, typed, country) => {
		expect(sentenceOf([typed, country])).toBeUndefined();
	});

	it('names the three codes that most rows got, where each row has a country of its own', () => {
		const cells: Array<[string, string]> = [
			['912 34 56 78', 'ES'],
			...times(4, ['55 1234 5678', 'MX'] as [string, string]),
			...times(3, ['11 91234-5678', 'BR'] as [string, string]),
			...times(2, ['0151 23456789', 'DE'] as [string, string]),
		];
		expect(sentenceOf(...cells)).toBe(
			'4 numbers were completed with +52, 3 with +55, 2 with +49, 1 with other codes.',
		);
	});
});
