import { startAlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import type { AlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import { ask, phone } from './alturClient';

let sandbox: AlturSandbox;
let path: string;
beforeAll(async () => {
	sandbox = await startAlturSandbox({ rateLimit: false });
});
beforeEach(() => {
	sandbox.reset();
	const contacts = [
		{ contact: phone(1), name: 'Ana', f_id: 'A', extracted_data: { balance: '1200' } },
		{ contact: phone(2), status: 'answered' as const },
		{ contact: phone(3), status: 'failed' as const },
		{ contact: phone(4), status: 'answered' as const },
		{ contact: phone(5) },
	];
	path = `/campaigns/${String(sandbox.addCampaign({ contacts }).id)}/contacts`;
});
afterAll(() => sandbox.close());

it('pages by number and counts the total on the first page only', async () => {
	expect((await ask(sandbox, `GET ${path}?pageSize=2`)).json).toMatchObject({
		total_count: 5,
		contacts: [{ id: 1 }, { id: 2 }],
		pagination: { has_next: true, has_previous: false, next_page: 1, previous_page: null },
	});
	expect((await ask(sandbox, `GET ${path}?pageSize=2&pageIndex=2`)).json).toMatchObject({
		contacts: [{ id: 5 }],
		pagination: { has_next: false, has_previous: true, next_page: null, previous_page: 1 },
	});
	expect((await ask(sandbox, `GET ${path}?pageSize=2&pageIndex=2`)).json).not.toHaveProperty('total_count');
	expect((await ask(sandbox, `GET ${path}?pageSize=5`)).json).toMatchObject({
		pagination: { has_next: false },
	});
});

it('filters by status', async () => {
	expect((await ask(sandbox, `GET ${path}?status=answered`)).json).toMatchObject({
		total_count: 2,
		contacts: [{ id: 2 }, { id: 4 }],
	});
	expect((await ask(sandbox, `GET ${path}?status=voicemail`)).json).toMatchObject({ contacts: [] });
});

it.each([
	'pageSize=0',
	'pageSize=101',
	'pageSize=x',
	'pageIndex=25001',
	'pageIndex=-1',
	'status=done',
	'page=1',
])('refuses the query %s', async (query) => {
	const answer = await ask(sandbox, `GET ${path}?${query}`);
	const parameter = query.split('=')[0] ?? '';
	expect([answer.status, answer.json]).toEqual([400, { [parameter]: [expect.any(String)] }]);
});

it('shows a contact with all its fields', async () => {
	const answer = await ask(sandbox, `GET ${path}/1`);
	expect(answer.json).toEqual({
		success: true,
		contact: {
			f_id: 'A',
			id: 1,
			name: 'Ana',
			contact: phone(1),
			status: 'queue',
			retries: 0,
			has_follow_up: false,
			call_count: 0,
			billed_duration: 0,
			extracted_data: { balance: '1200' },
			tags: [],
		},
	});
});

it('deletes contacts in status queue or failed only', async () => {
	const gone = await ask(sandbox, `DELETE ${path}/1`);
	expect([gone.status, gone.text, gone.headers.get('content-type')]).toEqual([204, '', null]);
	expect((await ask(sandbox, `DELETE ${path}/3`)).status).toBe(204);
	const kept = await ask(sandbox, `DELETE ${path}/2`);
	expect([kept.status, kept.json]).toMatchObject([409, { success: false, error: 'CONTACT_NOT_DELETABLE' }]);
	expect(sandbox.state().campaigns[0]?.contacts.map(({ id }) => id)).toEqual([2, 4, 5]);
	expect((await ask(sandbox, `GET ${path}/5`)).json).toMatchObject({ contact: { contact: phone(5) } });
});

it('takes a deleted phone number as new', async () => {
	await ask(sandbox, `DELETE ${path}/1`);
	const answer = await ask(sandbox, `POST ${path}`, { body: { contacts: [{ contact: phone(1) }] } });
	expect(answer.json).toMatchObject({ results: [{ status: 'created', id: '6' }] });
});

it.each(['GET', 'DELETE'])('answers %s of an absent contact or campaign with 404', async (method) => {
	for (const [absent, error] of [
		[`${path}/99`, 'CONTACT_NOT_FOUND'],
		[`${path}/x`, 'CONTACT_NOT_FOUND'],
		['/campaigns/9/contacts/1', 'NOT_FOUND'],
	]) {
		const answer = await ask(sandbox, `${method} ${absent}`);
		expect([answer.status, answer.json]).toMatchObject([404, { success: false, error }]);
	}
	expect((await ask(sandbox, 'GET /campaigns/9/contacts')).status).toBe(404);
});
