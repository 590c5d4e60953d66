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
	expect(answer.status).toBe(200);
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

it('fails single rows without failing the batch', async () => {
	const wrong = ['5512345678', '+52 55 1234 5678', '+0512345678', '+1234567', '+1234567890123456', 'abc'];
	const contacts = [{}, { contact: '' }, { contact: '  ' }, ...wrong.map((contact) => ({ contact }))];
	const answer = await ask(sandbox, route, { body: { contacts: [...contacts, { contact: '+12345678' }] } });
	expect(answer.status).toBe(200);
	expect(answer.json).toMatchObject({
		summary: { created: 1, updated: 0, skipped_duplicate: 0, failed: 9 },
		results: [
			{ index: 0, status: 'failed', error: 'MISSING_CONTACT' },
			{ index: 1, status: 'failed', error: 'MISSING_CONTACT' },
			{ index: 2, status: 'failed', error: 'MISSING_CONTACT' },
			...wrong.map((contact, place) => ({
				index: place + 3,
				status: 'failed',
				contact,
				error: 'INVALID_PHONE_NUMBER',
			})),
			{ index: 9, status: 'created', contact: '+12345678' },
		],
	});
});

it.each([
	['no body', undefined],
	['no contacts', {}],
	['an empty list', { contacts: [] }],
	['1001 contacts', { contacts: Array.from({ length: 1001 }, (_, index) => ({ contact: phone(index) })) }],
	['an unknown field of the body', { contacts: [{ contact: phone(1) }], dry_run: true }],
	['an unknown field of a row', { contacts: [{ contact: phone(1), nombre: 'Ana' }] }],
	['another policy', { contacts: [{ contact: phone(1) }], if_duplicate: 'replace' }],
	['a number as phone', { contacts: [{ contact: 5215512345678 }] }],
	['a name that is null', { contacts: [{ contact: phone(1), name: null }] }],
	['extracted data that is not text', { contacts: [{ contact: phone(1), extracted_data: { a: 1 } }] }],
])('refuses the whole request for %s and stores nothing', async (_what, body) => {
	const answer = await ask(sandbox, route, { body });
	expect(answer.json).toMatchObject({ error: 400, code: 'INVALID_REQUEST' });
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
	expect(answer.json).toMatchObject({ error: 404, code: 'NOT_FOUND' });
});

it('refuses a query parameter', async () => {
	const answer = await ask(sandbox, `${route}?if_duplicate=update`, { body: { contacts: [{}] } });
	expect(answer.json).toMatchObject({ code: 'INVALID_REQUEST' });
});
