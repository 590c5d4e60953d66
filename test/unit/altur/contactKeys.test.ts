import { contactKeys, phoneKey } from '../../../nodes/Altur/contact/find/contactKeys';

describe('The number by which a contact is found, to be read or deleted', () => {
	it.each([
		['+5215512345678', '+525512345678'],
		['+5511987654321', '+551187654321'],
	])('is the same for %s and %s, of which only one is valid today', (one, other) => {
		expect(phoneKey(one)).toBe(phoneKey(other));
	});

	it.each([
		['+393311234567', '+3903311234567'],
		['+5491123456789', '+541123456789'],
		['+525512345678', '+525512345679'],
	])('is another for %s and %s, which are both valid', (one, other) => {
		expect(phoneKey(one)).not.toBe(phoneKey(other));
	});

	it('is none for a number without its country', () => {
		expect(contactKeys({ contact: '55 1234 5678', f_id: ' crm-7 ' })).toEqual(['external ID crm-7']);
	});
});
