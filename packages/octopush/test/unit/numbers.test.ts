import { readPhone } from '../../nodes/Octopush/contact/phoneNumber';
import { addContactsService } from '../../nodes/Octopush/contact/add/service';
import type { Target } from '../../nodes/Octopush/contact/add/target';

const target: Target = { listName: 'my_list', tagName: undefined, keep: false, removeBlacklisted: false };

function batchOf(...phones: string[]) {
	const rows = phones.map((phone_number, itemIndex) => ({
		itemIndex,
		group: 'g',
		payload: { phone_number },
	}));
	return { group: 'g', number: '0', rows };
}

describe('Phone numbers on their way to Octopush', () => {
	it.each([
		['+2222333334444555', undefined, '+2222333334444555'],
		['0033 6 12 34 56 78', undefined, '+33612345678'],
		['06.12.34.56.78', 'FR', '+33612345678'],
		['+33 (0)6 12 34 56 78', undefined, '+33612345678'],
		["'+33612345678", undefined, '+33612345678'],
		['0055 51 98765-4321', 'BR', '+5551987654321'],
		['tel:+33-6-12-34-56-78', undefined, '+33612345678'],
		['011 33 6 12 34 56 78', 'US', '+33612345678'],
	])('"%s" with the default country %s becomes %s', (typed, country, expected) => {
		expect(readPhone(typed, country, 0)).toEqual({ phone: expected });
	});

	it.each([
		'0612345678',
		'call me',
		'+33612345678 / 99 99',
		'+33612345678 ext. 5',
		'+12',
		'+33612345678 99',
		'+33612345678 - 99',
	])('"%s" is refused', (typed) => {
		expect(readPhone(typed, undefined, 7)).toMatchObject({
			itemIndex: 7,
			refused: { code: 'INVALID_PHONE_NUMBER', contact: typed },
		});
	});
});

describe('Numbers in the reply of Octopush', () => {
	const service = addContactsService(new Map([['g', target]]));
	const statuses = (items: Array<[string, string]>, ...phones: string[]) =>
		service
			.results(batchOf(...phones), {
				items: items.map(([phone_number, status]) => ({ phone_number, email: null, status })),
			})
			.map(({ status }) => status);

	it.each(['+33612345678', '33612345678', '0033612345678', '+33 6 12 34 56 78'])(
		'are the same as the one that was sent, written %s',
		(written) => {
			expect(statuses([[written, 'updated']], '+33612345678')).toEqual(['updated']);
		},
	);

	it('may stand there once or several times for several rows', () => {
		const [one, two] = ['+33612345678', '+33612345679'];
		expect(
			statuses(
				[
					[two, 'added'],
					[one, 'updated'],
				],
				one,
				two,
				one,
			),
		).toEqual(['updated', 'added', 'updated']);
		expect(
			statuses(
				[
					[one, 'added'],
					[one, 'updated'],
				],
				one,
				one,
			),
		).toEqual(['added', 'updated']);
	});

	it('may carry a status that nobody has documented', () => {
		expect(
			service.results(batchOf('+33612345678'), {
				items: [{ phone_number: '+33612345678', status: 'queued' }],
			}),
		).toMatchObject([{ status: 'failed', contact: '+33612345678', problem: { code: 'UNKNOWN_STATUS' } }]);
	});
});
