import { audience, customerRows, jsonOf, OliAiBench, upsertParameters } from './harness/oliAi';

const one = [{ json: {} }];
const contact = (operation: string, more: object = {}) => ({ resource: 'contact', operation, ...more });
const aud = (operation: string, more: object = {}) => ({ resource: 'audience', operation, ...more });
const priya = { name: 'Priya Sharma', phoneNumber: '+919876543210' };
const to = audience('aud_1');
const byId = { contactId: 'cl1' };

describe('OliAI, when an answer is odd', () => {
	let bench: OliAiBench;

	beforeEach(async () => {
		bench = await OliAiBench.start({ rateLimits: false });
		jest.spyOn(Math, 'random').mockReturnValue(0.001);
	});
	afterEach(async () => {
		jest.restoreAllMocks();
		await bench.stop();
	});

	const answer = (body: unknown, more: object = {}) => {
		bench.sandbox.faults.add({ kind: 'status', status: 200, body, times: 'always', ...more });
	};

	const operations = [
		['bulk upsert', upsertParameters()],
		['contact: create', contact('create', priya)],
		['contact: get', contact('get', byId)],
		['contact: update', contact('update', { ...byId, updateFields: { language: 'hi-IN' } })],
		['contact: delete', contact('delete', byId)],
		['contact: get many', contact('getAll')],
		['contact: delete in bulk', contact('bulkDelete', byId)],
		['contact: add to audience', contact('addToAudience', { ...byId, ...to })],
		['audience: create', aud('create', { name: 'Renewals' })],
		['audience: delete', aud('delete', to)],
		['audience: remove contacts', aud('removeContacts', { ...byId, ...to })],
	] as const;

	it.each(operations)('knows a 401 in a 200 for what it is: %s', async (_, parameters) => {
		answer({ statusCode: 401, message: 'Invalid API key', error: 'Unauthorized' });
		const { run } = await bench.run(customerRows(1), parameters);
		expect(run.data.resultData.error?.message).toContain('OliAI does not accept the API key');
		expect(bench.sandbox.requests).toHaveLength(1);
	});

	it.each(operations)('takes "success: false" for no success: %s', async (_, parameters) => {
		answer({ success: false, message: 'Linked to a campaign' });
		const { run } = await bench.run(customerRows(1), parameters);
		expect(run.data.resultData.error?.message).toContain('OliAI says: "Linked to a campaign"');
		expect(bench.sandbox.requests).toHaveLength(1);
	});

	it('keeps the results of the stored rows when a batch had refusals and is called no success', async () => {
		const [first, second] = customerRows(2).map(({ json }) => json.phone);
		answer({
			success: false,
			created: 1,
			contacts: [{ id: 'a', phoneNumber: first }],
			errors: [{ index: '1', reason: ['Unknown language', 'Name is empty'] }, null],
		});
		const { items } = await bench.run(customerRows(2), upsertParameters());
		expect(jsonOf(items('OliAI'))).toMatchObject([
			{ status: 'created', id: 'a' },
			{
				status: 'failed',
				phoneNumber: second,
				error_message: expect.stringContaining('Unknown language; Name is empty'),
			},
		]);
		expect(bench.sandbox.requests).toHaveLength(1);
	});

	it('counts deleted contacts that are counted in text', async () => {
		answer({ deleted: '1' });
		const { items } = await bench.run(one, contact('bulkDelete', byId));
		expect(jsonOf(items('OliAI'))).toEqual([
			{ status: 'deleted', id: 'cl1', phoneNumber: null, error_message: null, error_code: null },
		]);
	});

	it('takes IDs that are numbers', async () => {
		answer({ id: 42, ...priya });
		const { items } = await bench.run(one, contact('get', { contactId: 42 }));
		expect(jsonOf(items('OliAI'))).toEqual([{ id: 42, ...priya }]);
	});

	it('lists what can be read of a page, and goes on to the next', async () => {
		const entry = (id: unknown) => ({ id, name: 'Priya' });
		const data = [null, ...Array.from({ length: 99 }, (_, index) => entry(index))];
		answer({ data, total: '101', totalPages: '2' }, { times: 1 });
		answer({ data: [entry('last')], total: '101', totalPages: '2' });
		const { items } = await bench.run(one, contact('getAll', { returnAll: true }));
		expect(items('OliAI')).toHaveLength(100);
		expect(jsonOf(items('OliAI')).at(-1)).toEqual(entry('last'));
		expect(bench.sandbox.requests).toHaveLength(2);
	});

	it('shows the audiences in the editor whose entries can be read', async () => {
		answer({ data: [null, { id: 7, name: 'Renewals' }, { id: 'aud_2', name: null }] });
		const { results } = await bench.searchList('searchAudiences', { resource: 'audience', operation: 'get' });
		expect(results).toEqual([
			{ name: 'Renewals', value: '7' },
			{ name: 'aud_2', value: 'aud_2' },
		]);
	});

	it.each(['total', 'nothing'])(
		'ends a list whose pages are all the same, though %s says there are more, and tells it',
		async (known) => {
			const data = Array.from({ length: 100 }, (_, index) => ({ id: `cl${index}` }));
			answer({ data, ...(known === 'total' && { total: 1000, totalPages: 10 }) });
			const { items, task } = await bench.run(one, contact('getAll', { returnAll: true }));
			expect(items('OliAI')).toHaveLength(100);
			expect(bench.sandbox.requests).toHaveLength(2);
			expect(task('OliAI').hints).toEqual([
				{
					type: 'warning',
					location: 'outputPane',
					message:
						'A list of OliAI came to a page that was read before, so it was read no further. The 100 entries before it are here; there may be more.',
				},
			]);
		},
	);

	it('says that a contact which OliAI stored without naming its ID is not in the audience', async () => {
		const [first] = customerRows(1).map(({ json }) => json.phone);
		answer({ created: 1, contacts: [{ id: null, phoneNumber: first }] });
		const { items } = await bench.run(customerRows(1), upsertParameters({ addToAudience: true, ...to }));
		expect(jsonOf(items('OliAI'))).toMatchObject([
			{
				status: 'failed',
				error_code: 'NO_CONTACT_ID',
				error_message: expect.stringContaining('The contact is stored, but not in the audience'),
			},
		]);
	});

	it('does not say that all contacts are stored, when some were refused before the audience failed', async () => {
		const { id } = bench.sandbox.addAudience({ name: 'Renewals' });
		const rows = [...customerRows(2), { json: { phone: '12', name: 'Nobody' } }];
		answer({ statusCode: 403, message: 'No' }, { status: 403, match: { path: 'add-to-audience' } });
		const parameters = upsertParameters({ addToAudience: true, ...audience(id) });
		const refused = await bench.run(rows, parameters);
		expect(refused.run.data.resultData.error?.description).toContain(
			'2 of 3 contacts are stored; the others are not.',
		);
		expect(refused.run.data.resultData.error?.description).not.toContain('All contacts');
		const complete = await bench.run(customerRows(2), parameters);
		expect(complete.run.data.resultData.error?.description).toContain('All contacts are stored.');
	}, 30_000);

	it.each([
		['API key has been revoked', 'it has been revoked'],
		['API key has expired', 'it has expired'],
	])('tells the rows that were not sent why: "%s"', async (message, reason) => {
		answer({ statusCode: 401, message, error: 'Unauthorized' }, { status: 401 });
		const { items } = await bench.run(
			customerRows(4),
			upsertParameters({ options: { batchSize: 2, requestsPerMinute: 60 } }),
			{ onError: 'continueRegularOutput' },
		);
		const messages = jsonOf(items('OliAI')).map(({ error_message }) => error_message);
		expect(messages).toHaveLength(4);
		expect(jsonOf(items('OliAI')).at(-1)).toMatchObject({ error_code: 'NOT_SENT' });
		expect(messages.every((text) => String(text).includes(reason))).toBe(true);
		const perItem = await bench.run([...one, ...one], contact('get', byId), {
			onError: 'continueRegularOutput',
		});
		expect(jsonOf(perItem.items('OliAI')).at(-1)?.error).toContain(reason);
	});

	it('does not advise to update the contact that exists, where that is set already', async () => {
		answer({ statusCode: 409, message: 'Contact exists' }, { status: 409, match: { method: 'POST' } });
		const { run } = await bench.run(one, contact('create', { ...priya, ifExists: 'update' }));
		expect(run.data.resultData.error?.message).toContain(
			'has a contact with the number +919876543210 already',
		);
		expect(run.data.resultData.error?.description).not.toContain('If Contact Exists');
		expect(run.data.resultData.error?.description).toContain('could not be found by its number');
	});

	it.each([
		['of the main form', { defaultCountry: 'IN', options: { defaultCountry: 'US' } }, '+919810000000'],
		[
			'of its older place while the main form has none',
			{ options: { defaultCountry: 'IN' } },
			'+919810000000',
		],
		['of neither', {}, '98100 00000'],
	])(
		'is sent the numbers that are completed by the Default Country %s',
		async (_where, form, phoneNumber) => {
			await bench.run([{ json: { phone: '98100 00000', name: 'Priya' } }], upsertParameters(form));
			expect(bench.sent('POST', '/contacts/bulk')[0]?.body).toMatchObject({ contacts: [{ phoneNumber }] });
		},
	);

	it.each(['', 'IN'])('advises a Default Country only while it is not set: %p', async (defaultCountry) => {
		const { items } = await bench.run(
			[{ json: { phone: '12', name: 'Nobody' } }],
			upsertParameters({ defaultCountry }),
		);
		const [row] = jsonOf(items('OliAI'));
		expect(row).toMatchObject({ error_code: 'ROW_REFUSED' });
		expect(String(row?.error_message).includes('Default Country')).toBe(defaultCountry === '');
	});
});
