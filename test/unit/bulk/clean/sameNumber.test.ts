import { NumberList } from '../../../../bulk/clean/phone/numberList';
import { cleanPhone } from '../../../../bulk/clean/phone/cleanPhone';

/** Whether a row with a number is recognised by a list with the other one, both as a sheet holds them. */
function recognises(listed: string, row: string, defaultCountry?: string): boolean {
	const list = new NumberList();
	list.add(listed, defaultCountry);
	const cleaned = cleanPhone(row, defaultCountry);
	return 'number' in cleaned && list.has(cleaned.number);
}

describe('One number, written in two ways', () => {
	it.each([
		['Brazil without its ninth digit', '+5511987654321', '+551187654321'],
		['Brazil with a trunk zero', '+55011987654321', '+5511987654321'],
		['Argentina without its 9', '+5491112345678', '+541112345678'],
		['Argentina with 15 behind the area code', '+54351151234567', '+5493511234567'],
		['Argentina without its country', '0351 15 123 4567', '+5493511234567'],
		['Britain with a trunk zero', '+4402079460958', '+442079460958'],
		['Germany with a trunk zero', '+49015123456789', '+4915123456789'],
		['India with a trunk zero', '+9109876543210', '+919876543210'],
		['Mexico as it was dialled from a mobile phone', '+520445512345678', '+525512345678'],
		['Hungary with its 06', '+3606201234567', '+36201234567'],
		['Belarus with its 8 and 0', '+37580291234567', '+375291234567'],
		['Andorra with a zero in brackets', '+376 (0)312345', '+376312345'],
		['Gabon without plus', '24106031234', '+24106031234'],
		['an extension', '+52 55 1234 5678 ext 12', '+525512345678'],
		['two numbers in a cell', '+52 55 1234 5678 / 55 8765 4321', '+525512345678'],
		['a link', 'https://wa.me/525512345678?id=1234', '+525512345678'],
		['a number of seven digits', '555 1234', '+3545551234'],
	])('is recognised from the list and from the row: %s', (_, one, other) => {
		expect(recognises(one, other)).toBe(true);
		expect(recognises(other, one)).toBe(true);
	});

	it.each([
		['+442079460958', '+442179460958'],
		['+551123456789', '+5511923456789'],
		['+5491112345678', '+5493511234567'],
		['+1 205 555 1234', '+1 250 555 1234'],
		['+52 55 1234 5678', '+52 33 1234 5678'],
		['+525512345678', '+52 55 1234 5679 ext 12'],
	])('are two persons: %s and %s', (one, other) => {
		expect(recognises(one, other)).toBe(false);
		expect(recognises(other, one)).toBe(false);
	});
});
