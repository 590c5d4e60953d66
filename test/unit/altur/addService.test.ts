import { addContactsService } from '../../../nodes/Altur/contact/add/service';
import type { Contact } from '../../../nodes/Altur/contact/schema';

const contacts: Contact[] = [{ contact: '+525512345670' }, { contact: '+525512345671' }];
const batch = {
	group: 'skip 1',
	number: '0',
	rows: contacts.map((payload, itemIndex) => ({ itemIndex, group: 'skip 1', payload })),
};
const service = addContactsService(
	['content'],
	new Map([['skip 1', { campaignId: '1', ifDuplicate: 'skip' }]]),
);
const resultOf = (entry: unknown) =>
	service.results(batch, { results: [{ index: 1, status: 'created', id: '2' }, entry] })[0];

describe("Altur's answer to a batch", () => {
	it.each([
		['an index as text', { index: '0', status: 'created', id: '1' }],
		['an ID as a number', { index: 0, status: 'created', id: 1 }],
		['a number as a number', { index: 0, status: 'created', id: '1', contact: 525512345670 }],
	])('gives a row its result with %s', (_what, entry) => {
		expect(resultOf(entry)).toMatchObject({ status: 'created', id: '1' });
	});

	it.each([[{}], [true], [null]])('gives a row its result though its ID is %p', (id) => {
		expect(resultOf({ index: 0, status: 'created', id })).toMatchObject({ status: 'created', id: undefined });
	});

	it.each([
		['NOT_ALLOWED', 'Altur refused this row with the code NOT_ALLOWED.'],
		[
			{ code: 'NOT_ALLOWED', message: 'Bad' },
			'Altur refused this row with the code NOT_ALLOWED. Altur says: "Bad"',
		],
		[{ code: 'MISSING_CONTACT' }, 'The row has no phone number.'],
	])('says why a row was refused, whichever way the reason is written: %p', (error, message) => {
		expect(resultOf({ index: 0, status: 'failed', error })?.problem?.message).toContain(message);
	});

	it.each([[null], [''], [undefined], [7]])('that leaves out the status (%p) is no result', (status) => {
		expect(resultOf({ index: 0, status })).toMatchObject({
			status: 'failed',
			contact: '+525512345670',
			problem: { code: 'NO_RESULT' },
		});
	});
});
