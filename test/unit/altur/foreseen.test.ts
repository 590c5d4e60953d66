import { normalizedNumber } from '../../../sandbox/altur/contactsSchema';
import { foreseeRefusal } from '../../../nodes/Altur/contact/add/foreseen';

const codeOf = (contact: string) => foreseeRefusal({ contact }, undefined)?.code;

describe('A refusal by Altur that is foreseen', () => {
	it('is of a row without a number, in the words of the refusal itself', () => {
		expect(foreseeRefusal({ contact: '' }, undefined)).toEqual({
			code: 'MISSING_CONTACT',
			message: 'The row has no phone number. Fill it in, or take another column for it.',
			contact: '',
		});
		expect(codeOf(' ')).toBe('MISSING_CONTACT');
	});

	it('is of what no E.164 can be made of; a Default Country that is set is not advised', () => {
		const said = (country?: string) => foreseeRefusal({ contact: '12' }, country)?.message;
		expect(said()).toMatch(/ Set Default Country, or write it with \+\.$/);
		expect(said('ES')).toMatch(/Check its digits and the Default Country \(ES\)\.$/);
	});

	it.each([
		'+525512345678',
		'+52 (55) 1234-5678',
		'+12345678',
		'+1234567',
		'+1234567890123456',
		'5512345678',
		'+52 55 1234 5678 ext 12',
		'+0123456789',
		'Av. Juárez 12',
	])('is judged as the local Altur judges: %s', (contact) => {
		expect(codeOf(contact) === undefined).toBe(normalizedNumber(contact) !== undefined);
	});
});
