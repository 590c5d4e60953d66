import { startAlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import type { AlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import { ask, phone } from './alturClient';

let sandbox: AlturSandbox;
let route: string;
beforeAll(async () => {
	sandbox = await startAlturSandbox({ rateLimit: false });
});
beforeEach(() => {
	sandbox.reset();
	route = `POST /campaigns/${String(sandbox.addCampaign().id)}/contacts`;
});
afterAll(() => sandbox.close());

const stored = () => sandbox.state().campaigns[0]?.contacts;

it("answers the vendor page's example as the page does", async () => {
	const contacts = [
		{
			f_id: 'user_12345',
			name: 'John Doe',
			contact: '+521234567890',
			context: 'Past-due 30 days, owes $1200',
			extracted_data: { balance: '1200' },
		},
		{ f_id: 'user_12346', name: 'Sofía Pérez', contact: '+529876543210' },
	];
	const answer = await ask(sandbox, route, { body: { if_duplicate: 'update', contacts }, key: 'c1a45e88' });
	expect(answer.status).toBe(201);
	expect(answer.json).toEqual({
		success: true,
		summary: { created: 2, updated: 0, skipped_duplicate: 0, failed: 0 },
		results: [
			{ index: 0, status: 'created', id: '1', contact: '+521234567890' },
			{ index: 1, status: 'created', id: '2', contact: '+529876543210' },
		],
	});
	expect(stored()).toEqual([
		{ ...contacts[0], id: 1, status: 'queue', createdBy: 'c1a45e88' },
		{ ...contacts[1], id: 2, status: 'queue', createdBy: 'c1a45e88' },
	]);
});

it('keeps the old contact on skip, the default, and works in the order of the rows', async () => {
	const body = {
		contacts: [
			{ contact: phone(1), name: 'Ana' },
			{ contact: phone(1), name: 'Eva' },
		],
	};
	const answer = await ask(sandbox, route, { body });
	expect(answer.json).toMatchObject({
		summary: { created: 1, skipped_duplicate: 1 },
		results: [
			{ index: 0, status: 'created', id: '1' },
			{ index: 1, status: 'skipped_duplicate', id: '1' },
		],
	});
	expect(stored()).toMatchObject([{ name: 'Ana', createdBy: 'request-1' }]);
});

it('overwrites name, context, extracted data and f_id on update, and blanks what is left out', async () => {
	const row = { contact: phone(1), name: 'Ana', context: 'old', extracted_data: { a: '1' }, f_id: 'A' };
	await ask(sandbox, route, { body: { contacts: [row] } });
	const body = { if_duplicate: 'update', contacts: [{ contact: phone(1), name: 'Eva', f_id: 'E' }] };
	const answer = await ask(sandbox, route, { body });
	expect(answer.json).toMatchObject({ summary: { updated: 1 }, results: [{ status: 'updated', id: '1' }] });
	expect(stored()).toEqual([
		{ id: 1, contact: phone(1), name: 'Eva', f_id: 'E', status: 'queue', createdBy: 'request-1' },
	]);
});

it('keeps what an update leaves out when told so', async () => {
	const keeping = await startAlturSandbox({ omittedOnUpdate: 'keep' });
	try {
		const { id } = keeping.addCampaign({ contacts: [{ contact: phone(1), name: 'Ana', f_id: 'A' }] });
		const body = { if_duplicate: 'update', contacts: [{ contact: phone(1), name: 'Eva' }] };
		await ask(keeping, `POST /campaigns/${String(id)}/contacts`, { body });
		expect(keeping.state().campaigns[0]?.contacts).toMatchObject([{ name: 'Eva', f_id: 'A' }]);
	} finally {
		await keeping.close();
	}
});

it('stores a number as E.164, however it was written, and knows it again', async () => {
	const contacts = ['+52 (55) 1234-5678', '+52.55.1234.5678', '+525512345678'].map((contact) => ({
		contact,
	}));
	const answer = await ask(sandbox, route, { body: { if_duplicate: 'update', contacts } });
	expect(answer.json).toMatchObject({
		results: [
			{ status: 'created', id: '1', contact: '+525512345678' },
			{ status: 'updated', id: '1', contact: '+525512345678' },
			{ status: 'updated', id: '1', contact: '+525512345678' },
		],
	});
	expect(stored()).toMatchObject([{ contact: '+525512345678' }]);
});

it('fails single rows without failing the batch', async () => {
	const wrong = ['5512345678', '+52 55x1234', '+0512345678', '+1234567', '+1234567890123456', 'abc'];
	const contacts = [{ contact: '' }, { contact: '  ' }, ...wrong.map((contact) => ({ contact }))];
	const answer = await ask(sandbox, route, { body: { contacts: [...contacts, { contact: '+12345678' }] } });
	expect(answer.status).toBe(201);
	expect(answer.json).toMatchObject({
		summary: { created: 1, updated: 0, skipped_duplicate: 0, failed: 8 },
		results: [
			{ index: 0, status: 'failed', error: 'MISSING_CONTACT' },
			{ index: 1, status: 'failed', error: 'MISSING_CONTACT' },
			...wrong.map((contact, place) => ({
				index: place + 2,
				status: 'failed',
				contact,
				error: 'INVALID_PHONE_NUMBER',
			})),
			{ index: 8, status: 'created', contact: '+12345678' },
		],
	});
});

it.each<[string, unknown, unknown]>([
	['no body', undefined, { contacts: ['This field is required.'] }],
	['no contacts', {}, { contacts: ['This field is required.'] }],
	['an empty list', { contacts: [] }, { contacts: ['This list may not be empty.'] }],
	[
		'a text for the list',
		{ contacts: 'x' },
		{ contacts: ['Expected a list of items but got type "string".'] },
	],
	[
		'1001 contacts',
		{ contacts: Array.from({ length: 1001 }, (_, index) => ({ contact: phone(index) })) },
		{ contacts: ['Ensure this field has no more than 1000 elements.'] },
	],
	[
		'an unknown field of the body',
		{ contacts: [{ contact: phone(1) }], dry_run: true },
		{ dry_run: ['Unknown field.'] },
	],
	[
		'an unknown field of a row',
		{ contacts: [{ contact: phone(1), nombre: 'Ana' }] },
		{ contacts: [{ nombre: ['Unknown field.'] }] },
	],
	[
		'another policy',
		{ contacts: [{ contact: phone(1) }], if_duplicate: 'replace' },
		{ if_duplicate: ['"replace" is not a valid choice.'] },
	],
	['a row without a number', { contacts: [{}] }, { contacts: [{ contact: ['This field is required.'] }] }],
	[
		'a number as phone',
		{ contacts: [{ contact: 52155 }] },
		{ contacts: [{ contact: ['Not a valid string.'] }] },
	],
	[
		'a name that is null, and one that is no text, among rows that are well',
		{
			contacts: [
				{ contact: phone(0) },
				{ contact: phone(1), name: null },
				{ contact: phone(2) },
				{ contact: phone(3), name: 7, f_id: 8 },
				{ contact: phone(4) },
			],
		},
		{
			contacts: [
				{},
				{ name: ['This field may not be null.'] },
				{},
				{ name: ['Not a valid string.'], f_id: ['Not a valid string.'] },
				{},
			],
		},
	],
	[
		'extracted data that is not text',
		{ contacts: [{ contact: phone(1), extracted_data: { a: 1 } }] },
		{ contacts: [{ extracted_data: ['Not a valid string.'] }] },
	],
	[
		'a row that is none',
		{ contacts: [{ contact: phone(1) }, 'x'] },
		{ contacts: [{}, { non_field_errors: ['Expected a dictionary of items but got type "string".'] }] },
	],
])('refuses the whole request for %s and stores nothing', async (_what, body, said) => {
	const answer = await ask(sandbox, route, { body });
	expect([answer.status, answer.json]).toEqual([400, said]);
	expect(stored()).toEqual([]);
});

it('takes 1000 contacts at once', async () => {
	const contacts = Array.from({ length: 1000 }, (_, index) => ({ contact: phone(index) }));
	expect((await ask(sandbox, route, { body: { contacts } })).json).toMatchObject({
		summary: { created: 1000 },
	});
	expect(sandbox.requests.at(-1)?.rowCount).toBe(1000);
});

it.each(['99', 'abc', '1e3'])('answers 404 for the campaign %s', async (id) => {
	const answer = await ask(sandbox, `POST /campaigns/${id}/contacts`, { body: { contacts: [{}] } });
	expect([answer.status, answer.json]).toMatchObject([404, { success: false, error: 'NOT_FOUND' }]);
});

it('refuses a query parameter', async () => {
	const answer = await ask(sandbox, `${route}?if_duplicate=update`, { body: { contacts: [{}] } });
	expect([answer.status, answer.json]).toEqual([400, { if_duplicate: ['Unknown field.'] }]);
});
