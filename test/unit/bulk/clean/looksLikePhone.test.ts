import { looksLikePhone } from '../../../../bulk/clean/phone/looksLikePhone';

describe('A cell', () => {
	it.each([
		'+525512345678',
		'5512345678',
		'55 1234 5678',
		'(55) 1234-5678',
		'+52 (55) 1234–5678',
		'01.23.45.67.89',
		'612.345.678',
		'0049 30 1234567',
		"'5512345678",
		'5512345678.0',
		'5.21E+11',
		'55 1234 5678 ext. 12',
		'5512345678 x3',
		' +52 55 1234 5678\u200b ',
		'1234567',
	])('with %p looks like a phone number', (text) => {
		expect(looksLikePhone(text)).toBe(true);
	});

	it.each([
		'',
		'Ana López',
		'12',
		'123456',
		'ana@acme.mx',
		'C-1001234567',
		'2024-01-31',
		'31/01/2024',
		'2024-01-31 10',
		'1234567.89',
		'40.123.456',
		'12.345.678-5',
		'12.345.678-K',
		'123.456.789-09',
		'1234567890123456',
		'clxxx1234567',
	])('with %p does not look like a phone number', (text) => {
		expect(looksLikePhone(text)).toBe(false);
	});
});
