import { DateTime } from 'luxon';
import { valueToText } from '../../../../bulk/clean/text';

describe('A cell as text', () => {
	it.each<[unknown, string]>([
		['Ana', 'Ana'],
		[' ', ' '],
		[1200, '1200'],
		[0, '0'],
		[5215512345678, '5215512345678'],
		[1.5, '1.5'],
		[false, 'false'],
		[true, 'true'],
		[12n, '12'],
		[new Date(0), '1970-01-01T00:00:00.000Z'],
		[
			DateTime.fromISO('2026-03-01T08:00:00', { zone: 'America/Mexico_City' }),
			'2026-03-01T08:00:00.000-06:00',
		],
		[{ city: 'Mérida', zip: null }, '{"city":"Mérida","zip":null}'],
		[['a', 1], '["a",1]'],
		[{}, '{}'],
		[{ toJSON: () => ({ city: 'Mérida' }) }, '{"city":"Mérida"}'],
		[{ toJSON: () => 5 }, '5'],
		[{ toJSON: 'a column of that name' }, '{"toJSON":"a column of that name"}'],
	])('is for %p %p', (value, text) => {
		expect(valueToText(value)).toBe(text);
	});

	it.each([undefined, null, '', NaN, new Date(NaN), { toJSON: () => null }, () => 'x', Symbol('x')])(
		'is nothing for %p',
		(value) => {
			expect(valueToText(value)).toBeUndefined();
		},
	);
});
