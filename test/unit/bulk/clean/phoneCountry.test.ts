import { phoneCountry } from '../../../../bulk/clean/phone/phoneCountry';

describe('The country of a phone number', () => {
	it.each([
		['+525512345678', 'MX'],
		['+34612345678', 'ES'],
		['+5511987654321', 'BR'],
		['+919810000000', 'IN'],
		['+33612345678', 'FR'],
		['+3525512', 'LU'],
	])('is told by its calling code: %s', (number, country) => {
		expect(phoneCountry(number)).toBe(country);
	});

	it.each([
		['+12125550123', 'US'],
		['+14165550123', 'CA'],
		['+18095550123', 'DO'],
		['+447400123456', 'GB'],
		['+442079460018', 'GB'],
		['+447781123456', 'GG'],
		['+77012345678', 'KZ'],
		['+79161234567', 'RU'],
		['+61412345678', 'AU'],
	])('is told by the numbering plan where several share a code: %s', (number, country) => {
		expect(phoneCountry(number)).toBe(country);
	});

	it.each(['+19995550123', '+80012345678', '+2101234567', '5512345678', 'abc', '', '+0123456789'])(
		'is not told where nobody can know it: %p',
		(number) => {
			expect(phoneCountry(number)).toBeUndefined();
		},
	);
});
