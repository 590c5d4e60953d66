import type { NodeParameterValueType } from 'n8n-workflow';
import { AlturBench, jsonOf } from '../harness/altur';
import { byId, rowsOf } from '../harness/campaignForms';

const anItem = rowsOf([{}]);
type More = Record<string, NodeParameterValueType>;
const contact = (operation: string, more: More) => ({
	resource: 'contact',
	operation,
	campaignId: byId(7),
	...more,
});
const byPhone = (phoneNumber: string, more: More = {}) => ({ findBy: 'phoneNumber', phoneNumber, ...more });
const byExternalId = (externalId: string) => ({ findBy: 'externalId', externalId });
const phone = (index: number) => `+52551${String(1_000_000 + index)}`;

describe('Contact: Get and Delete by phone number or External ID', () => {
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
	const theList = 'GET /campaigns/7/contacts';
	/** Contact 1 has index 0; its External ID is crm-0. */
	const addContacts = (count: number, more: Array<{ contact: string; f_id?: string }> = []) =>
		bench.sandbox.addCampaign({
			id: 7,
			contacts: [
				...Array.from({ length: count }, (_, index) => ({ contact: phone(index), f_id: `crm-${index}` })),
				...more,
			],
		});
	const contactsLeft = () => bench.sandbox.state().campaigns[0]?.contactCount;

	it.each([
		['a number in any spelling', byPhone('00 52 (55) 1100-0001')],
		[
			'a national number and the Default Country',
			byPhone('55 1100 0001', { options: { defaultCountry: 'MX' } }),
		],
		['an External ID', byExternalId(' crm-1 ')],
	])('gets a contact by %s', async (_, form) => {
		addContacts(3);
		const { items } = await bench.run(anItem, contact('get', form));
		expect(items('Altur')).toEqual([
			{
				json: expect.objectContaining({ id: 2, contact: phone(1), f_id: 'crm-1', status: 'queue' }),
				pairedItem: { item: 0 },
			},
		]);
		expect(sent()).toEqual([theList]);
	});

	it('reads the list of a campaign once for all items', async () => {
		addContacts(230);
		bench.sandbox.addCampaign({ id: 8, contacts: [{ contact: phone(4) }] });
		const rows = [
			{ campaign: 7, phone: phone(229) },
			{ campaign: 8, phone: phone(4) },
			{ campaign: 7, phone: phone(4) },
			{ campaign: 7, phone: phone(229) },
		];
		const { items } = await bench.run(
			rowsOf(rows),
			contact('get', { ...byPhone('={{ $json.phone }}'), campaignId: byId('={{ $json.campaign }}') }),
		);
		expect(jsonOf(items('Altur')).map((found) => found.contact)).toEqual(rows.map((row) => row.phone));
		expect(sent()).toEqual([theList, theList, theList, 'GET /campaigns/8/contacts']);
	});

	it('deletes the contact that it finds, once it has looked at it again', async () => {
		addContacts(4);
		const { items } = await bench.run(
			rowsOf([{ phone: phone(1) }, { phone: phone(3) }]),
			contact('delete', byPhone('={{ $json.phone }}')),
		);
		expect(sent()).toEqual([
			theList,
			...[2, 4].flatMap((id) => [`GET /campaigns/7/contacts/${id}`, `DELETE /campaigns/7/contacts/${id}`]),
		]);
		expect(items('Altur')).toEqual(
			[1, 3].map((index, item) => ({
				json: { deleted: true, id: index + 1, campaign_id: 7, contact: phone(index), f_id: `crm-${index}` },
				pairedItem: { item },
			})),
		);
		expect(contactsLeft()).toBe(2);
	});

	it.each([
		['get', byPhone('55 9999 9999', { options: { defaultCountry: 'MX' } }), '+525599999999 ("55 9999 9999")'],
		['delete', byPhone('+525599999999'), '+525599999999'],
		['delete', byExternalId('CRM-1'), '"CRM-1"'],
	])('says that there is no such contact: %s', async (operation, form, name) => {
		addContacts(2);
		const { run } = await bench.run(anItem, contact(operation, form));
		const { message, description } = run.data.resultData.error ?? {};
		expect(message).toMatch(/^Campaign 7 has no contact with the (phone number|External ID) .* \[item 0\]$/);
		expect(message).toContain(name);
		expect(description).toMatch(/^Check .*\. All of its contacts were looked at \(2 contacts\)/);
		expect(contactsLeft()).toBe(2);
	});

	it.each([
		['an External ID', byExternalId('crm-1'), { contact: '+525588887777', f_id: 'crm-1' }],
		[
			'a number in the old and the new spelling',
			byPhone(phone(1)),
			{ contact: phone(1).replace('+52', '+521') },
		],
	])('deletes nobody when two contacts have %s, and names both', async (_, form, other) => {
		addContacts(3, [other]);
		const { run } = await bench.run(anItem, contact('delete', form));
		const { message, description } = run.data.resultData.error ?? {};
		expect(message).toContain('Campaign 7 has 2 contacts with the');
		expect(message).toContain('their IDs are 2 and 4');
		expect(description).toContain('Nothing was deleted for this item. Set Find By to Contact ID');
		expect(sent()).toEqual([theList]);
		expect(contactsLeft()).toBe(4);
	});

	it('deletes nobody when the contact has another number by then', async () => {
		addContacts(3);
		const body = { success: true, contact: { id: 2, contact: '+525588887777' } };
		bench.sandbox.faults.add({ kind: 'status', status: 200, body, match: { path: 'contacts/2$' } });
		const { run } = await bench.run(anItem, contact('delete', byPhone(phone(1))));
		expect(run.data.resultData.error?.message).toContain('Contact 2 does not have the phone number');
		expect(contactsLeft()).toBe(3);
	});

	it('deletes nobody when the list could not be read to its end', async () => {
		addContacts(1);
		const contacts = [{ id: 1, contact: phone(0) }];
		const body = { contacts, pagination: { has_next: true } };
		bench.sandbox.faults.add({
			kind: 'status',
			status: 200,
			body,
			match: { path: 'contacts$' },
			times: 'always',
		});
		const { run } = await bench.run(anItem, contact('delete', byPhone(phone(0))));
		expect(run.data.resultData.error?.message).toContain('did not give out all contacts of campaign 7');
		expect(contactsLeft()).toBe(1);
	});

	it('lets the others go on under On Error: Continue, and does not find a deleted one again', async () => {
		addContacts(3);
		const { items } = await bench.run(
			rowsOf([phone(1), '+525599999999', '55', phone(1), phone(2)].map((number) => ({ number }))),
			contact('delete', byPhone('={{ $json.number }}')),
			{ onError: 'continueRegularOutput' },
		);
		const refused = (code: string, item: number) => ({
			json: { error: expect.any(String), details: expect.objectContaining({ code }) },
			pairedItem: { item },
		});
		expect(items('Altur')).toEqual([
			expect.objectContaining({ json: expect.objectContaining({ id: 2 }), pairedItem: { item: 0 } }),
			refused('CONTACT_NOT_FOUND', 1),
			refused('INVALID_INPUT', 2),
			refused('CONTACT_NOT_FOUND', 3),
			expect.objectContaining({ json: expect.objectContaining({ id: 3 }), pairedItem: { item: 4 } }),
		]);
		expect(contactsLeft()).toBe(1);
	});

	it('asks for the list of a campaign that does not exist once, and names the campaign for each item', async () => {
		const { items } = await bench.run(
			rowsOf([{ number: phone(1) }, { number: phone(2) }]),
			contact('get', byPhone('={{ $json.number }}')),
			{ onError: 'continueRegularOutput' },
		);
		expect(jsonOf(items('Altur')).map(({ error }) => error)).toEqual([
			'Altur has no campaign 7 [item 0]',
			'Altur has no campaign 7 [item 1]',
		]);
		expect(sent()).toEqual([theList]);
	});

	it('takes the same contact for deleted under Retry On Fail when the answer to the first try was lost', async () => {
		addContacts(3);
		bench.sandbox.faults.add({ kind: 'resetAfter', times: 6, match: { method: 'DELETE' } });
		const { run, items } = await bench.run(anItem, contact('delete', byPhone(phone(1))), {
			retryOnFail: true,
			maxTries: 2,
			waitBetweenTries: 0,
		});
		expect(run.status).toBe('success');
		expect(jsonOf(items('Altur'))).toEqual([expect.objectContaining({ deleted: true, id: 2 })]);
		expect(contactsLeft()).toBe(2);
	});

	it.each([
		['that is none', byPhone('call me'), 'Phone Number must be one number with + and the country code'],
		['without its country', byPhone('55 1100 0001'), 'Options > Default Country completes numbers'],
		['that a sheet has rounded', byPhone('5.21E+11'), 'The sheet has rounded this number'],
		['that is empty', byPhone('={{ "" }}'), 'Phone Number is empty'],
	])('looks for no number %s', async (_, form, message) => {
		const { run } = await bench.run(anItem, contact('get', form));
		expect(run.data.resultData.error?.message).toContain(message);
		expect(sent()).toEqual([]);
	});
});
