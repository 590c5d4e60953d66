import type { BulkContact } from '../../nodes/OliAi/contact/schema';
import { upsertService as serviceFor } from '../../nodes/OliAi/contact/bulkUpsert/service';

const upsertService = serviceFor(() => false);

const phones = ['+919810000001', '+919810000002', '+919810000003'];
const [first, second, third] = phones;
const batch = {
	group: '',
	number: '0',
	rows: phones.map((phoneNumber, itemIndex) => {
		const payload: BulkContact = { name: 'Priya', phoneNumber };
		return { itemIndex, group: '', payload };
	}),
};
const now = '2026-11-21T10:00:00.120Z';
const stored = (id: unknown, phoneNumber: unknown) => ({ id, phoneNumber, createdAt: now });
const firstAndThird = [stored('a', first), stored('c', third)];

function response(body: unknown) {
	if (!upsertService.request(batch).understands?.(body)) return undefined;
	return upsertService.results(batch, body);
}

const codes = (body: unknown) =>
	response(body)?.map(({ status, problem }) => problem?.code ?? status) ?? 'not understood';
const secondMessage = (body: unknown) => response(body)?.[1]?.problem?.message;

describe('An odd refusal in the reply of OliAI to a batch', () => {
	const withError = (error: unknown) => ({
		created: 2,
		updated: 0,
		failed: 1,
		contacts: firstAndThird,
		errors: [error],
	});

	it.each([
		['a list of reasons', { index: 1, reason: ['phoneNumber is wrong', 'name is empty'] }],
		['an index that is text', { index: '1', reason: 'phoneNumber is wrong; name is empty' }],
		['its errors nested', { index: 1, errors: ['phoneNumber is wrong', { message: 'name is empty' }] }],
		[
			'the constraints of NestJS',
			{
				index: 1,
				errors: [{ property: 'x', constraints: { a: 'phoneNumber is wrong', b: 'name is empty' } }],
			},
		],
		['a reason that is an object', { index: 1, reason: { message: 'phoneNumber is wrong; name is empty' } }],
		[
			'a row counted from 1, as the stored rows show',
			{ row: 2, error: 'phoneNumber is wrong; name is empty' },
		],
		['a row counted from 0, as they show too', { row: 1, error: 'phoneNumber is wrong; name is empty' }],
		['a row that is text', { row: '2', message: 'phoneNumber is wrong; name is empty' }],
		['the number instead', { phoneNumber: second, reason: 'phoneNumber is wrong; name is empty' }],
		[
			'the number as OliAI spells it',
			{ phone: '91 98100 00002', reason: 'phoneNumber is wrong; name is empty' },
		],
		[
			'the row itself',
			{ contact: { name: 'Priya', phoneNumber: second }, error: 'phoneNumber is wrong; name is empty' },
		],
		[
			'an index out of the batch and the number',
			{ index: 99, phoneNumber: second, reason: 'phoneNumber is wrong; name is empty' },
		],
	])('with %s is still the refusal of its row', (_, error) => {
		expect(codes(withError(error))).toEqual(['created', 'ROW_REFUSED', 'created']);
		expect(secondMessage(withError(error))).toContain(
			'OliAI did not take this row: phoneNumber is wrong; name is empty. ',
		);
	});

	it('is known by the number in its sentence', () => {
		const error = `Contact ${second} is blocked`;
		expect(codes(withError(error))).toEqual(['created', 'ROW_REFUSED', 'created']);
		expect(secondMessage(withError(error))).toContain(error);
	});

	it.each([null, 7, [], {}, { index: null }, { index: 1.5 }, { index: -1 }, { row: {} }])(
		'that is %j costs no other row its result',
		(error) => {
			expect(codes(withError(error))).toEqual(['created', 'NO_RESULT', 'created']);
		},
	);

	it('is told beside the rows without a result, when it names none', () => {
		expect(secondMessage(withError({ reason: 'Two rows are alike.' }))).toContain(
			'OliAI says of some rows: "Two rows are alike"',
		);
	});

	it('is told like this too when its row may be counted from 0 or from 1', () => {
		const body = {
			created: 1,
			updated: 0,
			contacts: [stored('a', first)],
			errors: [{ row: 2, error: 'Bad' }],
		};
		expect(codes(body)).toEqual(['created', 'NO_RESULT', 'NO_RESULT']);
		expect(secondMessage(body)).toContain('OliAI says of some rows: "Row 2: Bad"');
	});

	it('does not hide that another row is refused', () => {
		const errors = [null, { index: 1, reason: 'Unknown language.' }, 'odd'];
		expect(codes({ ...withError(null), errors })).toEqual(['created', 'ROW_REFUSED', 'created']);
	});

	it.each([
		['an object by index', { 1: 'Unknown language' }],
		['one text', 'Row with +91 98100 00002 is refused: Unknown language'],
	])('is read when the refusals are %s', (_, errors) => {
		expect(codes({ ...withError(null), errors })).toEqual(['created', 'ROW_REFUSED', 'created']);
	});
});

describe('An odd contact in the reply of OliAI to a batch', () => {
	it.each([
		['whose ID is a number', stored(42, second), 'created', '42'],
		['whose number is a number', stored('b', 919810000002), 'created', 'b'],
		['without an ID', stored(null, second), 'created', undefined],
		['without a number', stored('b', null), 'NO_RESULT', undefined],
		['that is null', null, 'NO_RESULT', undefined],
		['whose createdAt is no text', { id: 'b', phoneNumber: second, createdAt: null }, 'updated', 'b'],
	])('%s costs no other row its result', (_, contact, ofItsRow, id) => {
		const created = ofItsRow === 'created' ? 3 : 2;
		const body = { created, updated: 0, contacts: [firstAndThird[0], contact, firstAndThird[1]] };
		expect(codes(body)).toEqual(['created', ofItsRow, 'created']);
		expect(response(body)?.[1]?.id).toBe(id);
	});

	it.each([
		['text', { created: '3', updated: '0' }, 'created'],
		['missing, but for the updated ones', { updated: 0 }, 'created'],
		['missing', {}, 'updated'],
		['null', { created: null, updated: null }, 'updated'],
	])('keeps its result when the counts are %s', (_, counts, status) => {
		const contacts = [...firstAndThird, stored('b', second)];
		expect(codes({ ...counts, contacts })).toEqual([status, status, status]);
	});

	it('may be missing: a batch of which OliAI only counts the rows is not sent again', () => {
		expect(codes({ created: 2, updated: 1 })).toEqual(Array(3).fill('NO_RESULT'));
		expect(codes({ created: 0, updated: 0, errors: [{ index: 1, reason: 'Bad' }] })).toEqual([
			'NO_RESULT',
			'ROW_REFUSED',
			'NO_RESULT',
		]);
	});

	it.each([{}, [], 'OK', null, { message: 'OK' }])('is not looked for in %j', (body) => {
		expect(codes(body)).toBe('not understood');
	});
});
