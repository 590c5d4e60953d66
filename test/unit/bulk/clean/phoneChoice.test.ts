import { cleanPhone } from '../../../../bulk/clean/phone/cleanPhone';

describe('A phone number that could be read in several ways', () => {
	it.each([
		['a zero in brackets after the country', '+49 (0)151 23456789', undefined, '+4915123456789'],
		['that zero between spaces', '+49 ( 0 ) 30 123456', undefined, '+4930123456'],
		['that zero where it belongs to the number', '+39 (0)6 12345678', undefined, '+390612345678'],
		['a zero in brackets behind 00', '0049 (0)151 23456789', 'DE', '+4915123456789'],
		['a trunk zero after the country', '+49 0151 23456789', undefined, '+4915123456789'],
		['00', '0049 151 23456789', undefined, '+4915123456789'],
		['00 in a country with longer exit codes', '0049 151 23456789', 'BR', '+4915123456789'],
		['00 and a trunk zero', '0049 0151 23456789', 'US', '+4915123456789'],
		['00 in the country that it leads to', '0061 412 345 678', 'AU', '+61412345678'],
		['00 and the country, which is also a carrier', '0055 11 96123-4567', 'BR', '+5511961234567'],
		['00, a carrier and the country', '0014 55 11 96123-4567', 'BR', '+5511961234567'],
		['00 before a 1', '00 1 415 555 2671', 'AU', '+14155552671'],
		['00 before the zero of Italian numbers', '0039 06 12345678', 'IT', '+390612345678'],
		['the exit code of Australia', '0011 49 151 23456789', 'AU', '+4915123456789'],
		['the exit code of the United States', '011 49 151 23456789', 'US', '+4915123456789'],
		['the exit code of Russia', '810 49 151 23456789', 'RU', '+4915123456789'],
		['the exit code of Japan', '010 49 151 23456789', 'JP', '+4915123456789'],
		['a trunk zero', '0151 23456789', 'DE', '+4915123456789'],
		['no trunk zero', '151 23456789', 'DE', '+4915123456789'],
		['the country without "+"', '49 151 23456789', 'DE', '+4915123456789'],
		['the country without "+", of a fixed line', '4930123456', 'DE', '+4930123456'],
		['the country and a trunk zero, without "+"', '49 0151 23456789', 'DE', '+4915123456789'],
		['a zero before the country', '091 98765 43210', 'IN', '+919876543210'],
		['the country in brackets', '(91) 98765 43210', 'IN', '+919876543210'],
		['an area code that is also the country', '0491 1234567', 'DE', '+494911234567'],
		['that area code in brackets', '(0491) 1234567', 'DE', '+494911234567'],
		['a trunk prefix that is no zero', '8 912 345-67-89', 'RU', '+79123456789'],
		['the country that is a trunk prefix too', '1 212 555 0123', 'US', '+12125550123'],
		['nothing before an area code in brackets', '(212) 555-0123', 'US', '+12125550123'],
		['a group of one digit at its end', '0151 2345678 9', 'DE', '+4915123456789'],
		['a country that several share', '+383 43 201 234', undefined, '+38343201234'],
		['a code that belongs to no country', '+800 1234 5678', undefined, '+80012345678'],
		["Mexico's old mobile sign", '+52 1 55 1234 5678', 'US', '+5215512345678'],
	])('is read by %s: %s (%s)', (_by, typed, country, number) => {
		expect(cleanPhone(typed, country)).toEqual({ number });
	});

	it.each([
		['the zero in brackets may belong to it or not', '+39 (0)312 3456789', undefined],
		['the zero in brackets is in too short a number', '+49 (0)1', undefined],
		['it has an exit code, but of no country that is known', '0011 49 151 23456789', undefined],
		['it is as well one of another country without "+"', '919876543210', 'DE'],
		['it is of any country without "+"', '919876543210', undefined],
		['it has one zero too many', '049 0151 23456789', 'DE'],
		['a fixed line may be abroad', '81 234 567 890', 'ES'],
		['it is too short behind 00', '00912345', 'DE'],
		['it is too short behind an exit code', '001 415', 'SG'],
		['its country is none', '+999 1234567', undefined],
		['digits are left over', '+91 98765 43210 11', undefined],
		['digits are left over in its own country', '98765 43210 11', 'IN'],
		['a digit is left over', '+1 212 555 0123 4', undefined],
		['two stand beside one another', '01 9542 01 9543', 'DE'],
		['two stand on the sides of a slash', '+49 30 123456 / 0151 23456789', undefined],
		['a fixed and a mobile line stand side by side', '030 123456 0151 23456789', 'DE'],
		['two mobile lines stand side by side', '0151 23456789 0151 23456780', 'DE'],
	])('is sent as typed where %s: %s (%s)', (_why, typed, country) => {
		expect(cleanPhone(typed, country)).toEqual({ number: typed });
	});
});
