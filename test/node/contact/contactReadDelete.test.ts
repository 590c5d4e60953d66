import type { NodeParameterValueType } from 'n8n-workflow';
import { AlturBench, jsonOf } from '../harness/altur';
import { byId, rowsOf } from '../harness/campaignForms';

const anItem = rowsOf([{}]);
const contact = (operation: string, more: Record<string, NodeParameterValueType> = {}) => ({
	resource: 'contact',
	operation,
	campaignId: byId(7),
	...more,
});
const phone = (index: number) => `+52551${String(1_000_000 + index)}`;

describe('Contact: Get, Get Many, Delete', () => {
	let bench: AlturBench;

	beforeAll(async () => {
		bench = await AlturBench.start({ rateLimit: false });
	});
	beforeEach(() => {
		bench.sandbox.reset();
		jest.spyOn(Math, 'random').mockReturnValue(0.001);
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});
	afterAll(async () => {
		await bench.stop();
	});

	const sent = () =>
		bench.sandbox.requests.map(({ method, path }) => `${method} ${path.replace('/api/v1.0', '')}`);
	const queries = () => bench.sandbox.requests.map(({ query }) => query);
	const addContacts = (count: number) =>
		bench.sandbox.addCampaign({
			id: 7,
			contacts: Array.from({ length: count }, (_, index) => ({
				contact: phone(index),
				status: index % 5 === 0 ? 'answered' : 'queue',
			})),
		});

	it.each([
		['the first 50 when nothing else is said', {}, 50, [{ pageSize: '50', pageIndex: '0' }]],
		[
			'a limit, from pages of one size',
			{ limit: 130 },
			130,
			[
				{ pageSize: '100', pageIndex: '0' },
				{ pageSize: '100', pageIndex: '1' },
			],
		],
		[
			'everything',
			{ returnAll: true },
			230,
			[0, 1, 2].map((page) => ({ pageSize: '100', pageIndex: String(page) })),
		],
		[
			'a status',
			{ returnAll: true, filters: { status: 'answered' } },
			46,
			[expect.objectContaining({ status: 'answered' })],
		],
	])('lists %s', async (_, form, expected, pages) => {
		addContacts(230);
		const { items } = await bench.run(anItem, contact('getAll', form));
		expect(items('Altur')).toHaveLength(expected);
		expect(items('Altur')[0]).toEqual({
			json: expect.objectContaining({ id: 1, contact: phone(0), status: 'answered' }),
			pairedItem: { item: 0 },
		});
		expect(queries()).toEqual(pages);
	});

	it('gets a contact', async () => {
		addContacts(2);
		const { items } = await bench.run(anItem, contact('get', { contactId: '2' }));
		expect(sent()).toEqual(['GET /campaigns/7/contacts/2']);
		expect(jsonOf(items('Altur'))).toEqual([
			expect.objectContaining({ id: 2, contact: phone(1), status: 'queue' }),
		]);
	});

	it('deletes a contact per item', async () => {
		addContacts(5);
		const { items } = await bench.run(
			rowsOf([{ id: 2 }, { id: '4' }]),
			contact('delete', { contactId: '={{ $json.id }}' }),
		);
		expect(sent()).toEqual(['DELETE /campaigns/7/contacts/2', 'DELETE /campaigns/7/contacts/4']);
		expect(items('Altur')).toEqual([
			{ json: { deleted: true, id: 2, campaign_id: 7 }, pairedItem: { item: 0 } },
			{ json: { deleted: true, id: 4, campaign_id: 7 }, pairedItem: { item: 1 } },
		]);
		expect(bench.sandbox.state().campaigns[0]?.contactCount).toBe(3);
	});

	it('takes a deletion for done when Altur has no such contact after a broken connection', async () => {
		addContacts(2);
		bench.sandbox.faults.add({ kind: 'resetAfter' });
		const { items } = await bench.run(anItem, contact('delete', { contactId: 2 }));
		expect(sent()).toHaveLength(2);
		expect(jsonOf(items('Altur'))).toEqual([{ deleted: true, id: 2, campaign_id: 7 }]);
	});

	it('does not fail under Retry On Fail at the contacts that the first try deleted', async () => {
		addContacts(4);
		bench.sandbox.faults.add({ kind: 'status', status: 400, body: {}, match: { path: 'contacts/3' } });
		const { run } = await bench.run(
			rowsOf([{ id: 2 }, { id: 3 }]),
			contact('delete', { contactId: '={{ $json.id }}' }),
			{ retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
		);
		expect(run.status).toBe('success');
		expect(bench.sandbox.state().campaigns[0]?.contactCount).toBe(2);
	});

	it.each([
		['Get', 'get', 9, 'Altur has no contact 9 in campaign 7'],
		['Delete', 'delete', 9, 'Altur has no contact 9 in campaign 7'],
		['Delete', 'delete', 1, 'Contact 1 was called or written to already, so Altur keeps it'],
	])('%s says what is wrong with the contact', async (_, operation, contactId, message) => {
		addContacts(2);
		const { run } = await bench.run(anItem, contact(operation, { contactId }));
		expect(run.data.resultData.error?.message).toContain(message);
		expect(run.data.resultData.error?.message).toContain('[item 0]');
	});

	it.each([
		['={{ "" }}', 'Contact ID is empty: "Get Many" lists the contacts of a campaign with their IDs'],
		[
			'+525512345678',
			'Contact ID must be a whole number, as "id" in the output of Add to Campaign; set Find By to Phone Number to find a contact by that',
		],
	])('refuses the contact ID %s and sends nothing', async (contactId, message) => {
		const { run } = await bench.run(anItem, contact('delete', { contactId }));
		expect(run.data.resultData.error?.message).toBe(`${message} [item 0]`);
		expect(sent()).toEqual([]);
	});
});
