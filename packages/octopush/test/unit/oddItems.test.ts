import { addContactsService } from '../../nodes/Octopush/contact/add/service';
import type { Target } from '../../nodes/Octopush/contact/add/target';

const target: Target = { listName: undefined, tagName: undefined, keep: false, removeBlacklisted: false };
const phones = ['+33612345678', '+33612345679', '+33612345680'];
const batch = {
	group: 'g',
	number: '0',
	rows: phones.map((phone_number, itemIndex) => ({ itemIndex, group: 'g', payload: { phone_number } })),
};
const added = (phone_number: unknown) => ({ phone_number, email: null, status: 'added' });
const [first, second, third] = phones;

function told(items: unknown, more: Partial<Target> = {}) {
	const service = addContactsService(new Map([['g', { ...target, ...more }]]));
	const body = { items };
	if (!service.request(batch).understands?.(body)) return 'not understood';
	return service.results(batch, body).map(({ status, problem }) => problem?.code ?? status);
}

describe('An odd item in the reply of Octopush', () => {
	it.each([
		['a status that is null', { phone_number: second, status: null }, 'NO_STATUS'],
		['no status', { phone_number: second, email: null }, 'NO_STATUS'],
		['a status that is no text', { phone_number: second, status: { code: 1 } }, 'NO_STATUS'],
		['a phone number that is null', added(null), 'NO_RESULT'],
		['no phone number', { status: 'added' }, 'NO_RESULT'],
		['a phone number that is a number', added(33612345679), 'added'],
		['nothing', null, 'NO_RESULT'],
		['a text', 'added', 'NO_RESULT'],
	])('with %s costs no other row its result', (_, item, ofItsRow) => {
		expect(told([added(first), item, added(third)])).toEqual(['added', ofItsRow, 'added']);
	});

	it('keeps a row without a result from being taken for a blacklisted one, for it may be about that row', () => {
		expect(told([added(first), added(third)], { removeBlacklisted: true })).toEqual([
			'added',
			'NOT_IN_REPLY',
			'added',
		]);
		expect(told([added(first), added(null), added(third)], { removeBlacklisted: true })).toEqual([
			'added',
			'NO_RESULT',
			'added',
		]);
	});

	it('is no reason to read what is no list', () => {
		expect(told(null)).toBe('not understood');
		expect(told(undefined)).toBe('not understood');
	});
});
