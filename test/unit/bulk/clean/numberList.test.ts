import { NumberList } from '../../../../bulk/clean/phone/numberList';

function listOf(texts: string[], defaultCountry?: string): NumberList {
	const list = new NumberList();
	for (const text of texts) list.add(text, defaultCountry);
	return list;
}

describe('A list of phone numbers', () => {
	it.each(['+525512345678', '+52 (55) 1234-5678', '0052 55 1234 5678', '55 1234 5678', '+52 1 55 1234 5678'])(
		'knows a number that stands in it as %p',
		(text) => {
			expect(listOf([text], 'MX').has('+525512345678')).toBe(true);
			expect(listOf([text], 'MX').has('+5215512345678')).toBe(true);
			expect(listOf([text], 'MX').has('+525512345679')).toBe(false);
		},
	);

	it('tells numbers of two countries apart that end alike', () => {
		const list = listOf(['+525512345678']);
		expect(list.has('+15512345678')).toBe(false);
		expect(list.has('+34612345678')).toBe(false);
	});

	it('goes by the last eight digits where one of the two has no country', () => {
		expect(listOf(['55 1234 5678']).has('+525512345678')).toBe(true);
		expect(listOf(['+525512345678']).has('5512345678')).toBe(true);
		expect(listOf(['+525512345678']).has('5512345679')).toBe(false);
	});

	it('passes over what is no number, and says of a rounded one that it cannot be known', () => {
		const list = new NumberList();
		expect(list.add('Phone')).toBe(true);
		expect(list.add('5.21E+11')).toBe(false);
		expect(list.add('521000000000', 'MX')).toBe(false);
		expect(list.has('')).toBe(false);
		expect(list.has('Phone')).toBe(false);
	});
});
