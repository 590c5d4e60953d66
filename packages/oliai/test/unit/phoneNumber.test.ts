import { phoneOf } from '../../nodes/OliAi/contact/form';

describe('A phone number of the form', () => {
	it.each([
		['0055 51 98765-4321', 'BR', '+5551987654321'],
		['091 98765 43210', 'IN', '+919876543210'],
		['tel:+91-98765-43210', undefined, '+919876543210'],
		['5.512345678E9', 'MX', '+525512345678'],
		['9876543210/11', 'IN', '9876543210/11'],
		['+919876543210 11', undefined, '+919876543210 11'],
		['', 'IN', undefined],
	])('written %p with the default country %p is sent as %p', (typed, country, sent) => {
		expect(phoneOf(typed, country)).toBe(sent);
	});

	it.each(['5.21E+11', 919870000000])('is refused when a sheet has rounded it: %p', (typed) => {
		expect(() => phoneOf(typed, 'IN')).toThrow(`The sheet has rounded this number to "${typed}"`);
	});
});
