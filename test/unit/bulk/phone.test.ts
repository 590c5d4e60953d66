import { cleanPhone, isPhoneCountry, phoneCountries, phoneOrderKey } from '../../../bulk/phone';

describe('A phone number', () => {
	it.each([
		['+525512345678', undefined, '+525512345678'],
		['+52 (55) 1234-5678', undefined, '+525512345678'],
		['+52 55 1234 5678', 'US', '+525512345678'],
		['55 1234 5678', 'MX', '+525512345678'],
		['5512345678', 'mx ', '+525512345678'],
		['(0xx)', 'BR', '(0xx)'],
		['11 91234-5678', 'BR', '+5511912345678'],
		["'+525512345678", undefined, '+525512345678'],
		['\u200b+52 55 1234 5678\u200b', undefined, '+525512345678'],
		['+52\u00a055\u00a01234\u00a05678', undefined, '+525512345678'],
		['00525512345678', 'ES', '+525512345678'],
		['+1 (555) 000-0000', undefined, '+15550000000'],
		['+52 1 55 1234 5678', undefined, '+5215512345678'],
		['9876543210.0', 'IN', '+919876543210'],
		['+525512345678.0', undefined, '+525512345678'],
		['030/123456', 'DE', '+4930123456'],
		['+49 2161/123456', undefined, '+492161123456'],
		['01.23.45.67.89', 'FR', '+33123456789'],
	])('written %p with the default country %p is sent as %p', (typed, country, contact) => {
		expect(cleanPhone(typed, country)).toEqual({ contact });
	});

	it.each([
		['5215512345678', undefined],
		['5215512345678', 'MX'],
		['55 1234 5678', undefined],
		['55 1234 5678', 'Mexico'],
		['abc', 'MX'],
		['+52 55 1234 5678 ext. 3', 'MX'],
		['5512345678 / 5587654321', 'MX'],
		['123', 'MX'],
		['+5255', undefined],
		['+5255123 / 5512345', 'MX'],
		['030 123456 / 123457', 'DE'],
		['+52 55 1234 5678 (2)', undefined],
		['2024-05-01', 'DE'],
		['+52 (0)55 1234 5678', undefined],
		['+52 55 1234 5678 1', undefined],
		['01/05/2024', 'DE'],
		['1123456789.5', 'AR'],
		['+525512345678 +525587654321', undefined],
	])('that is doubtful, %p with the default country %p, is sent as typed', (typed, country) => {
		expect(cleanPhone(typed, country)).toEqual({ contact: typed });
	});

	it.each([undefined, '', '  '])('that is missing (%p) is sent empty, for the service to say so', (typed) => {
		expect(cleanPhone(typed, 'MX')).toEqual({ contact: '' });
	});

	it.each(['5.21E+11', '5,21551E+12', '5.21e11', '5e+12'])(
		'rounded by a sheet to %p is not sent',
		(typed) => {
			expect(cleanPhone(typed, 'MX')).toEqual({ rounded: typed });
		},
	);

	it('has a key by which two spellings of it wait for each other', () => {
		expect(phoneOrderKey('+525512345678')).toBe(phoneOrderKey('55 1234-5678'));
		expect(phoneOrderKey('+525512345678')).not.toBe(phoneOrderKey('+525512345679'));
		expect(phoneOrderKey('abc')).toBeUndefined();
	});

	it('is completed for countries that the library knows', () => {
		expect(isPhoneCountry(' mx')).toBe(true);
		expect(isPhoneCountry('XX')).toBe(false);
		expect(phoneCountries()).toEqual(expect.arrayContaining(['MX', 'BR', 'CO', 'ES', 'US']));
	});
});
