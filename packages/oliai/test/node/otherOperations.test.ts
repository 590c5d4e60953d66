import { audience, customerRows, jsonOf, OliAiBench, upsertParameters } from './harness/oliAi';

const one = [{ json: {} }];
const priya = { name: 'Priya Sharma', phoneNumber: '+919876543210' };

const nothingWrong = { phoneNumber: null, error_message: null, error_code: null };

describe('OliAI, the other operations', () => {
	let bench: OliAiBench;

	beforeEach(async () => {
		bench = await OliAiBench.start();
	});
	afterEach(async () => {
		await bench.stop();
	});

	const contact = (operation: string, more: object = {}) => ({ resource: 'contact', operation, ...more });
	const aud = (operation: string, more: object = {}) => ({ resource: 'audience', operation, ...more });

	it('says that a contact exists, and that it can be updated instead', async () => {
		const { run } = await bench.run([...one, ...one], contact('create', priya));
		expect(run.data.resultData.error).toMatchObject({
			message:
				'OliAI has a contact with the number +919876543210 already. OliAI says: "Contact with this phone number already exists" [item 1]',
			description: expect.stringContaining('set "If Contact Exists" to "Update It"'),
		});
	});

	it('updates the contact that exists when asked to', async () => {
		await bench.run(one, contact('create', priya));
		const { items } = await bench.run(
			one,
			contact('create', { ...priya, name: 'Priya Verma', ifExists: 'update' }),
		);
		expect(jsonOf(items('OliAI'))).toMatchObject([{ id: 'cl00000001', name: 'Priya Verma' }]);
		expect(bench.sandbox.state().creations).toBe(1);
	}, 20_000);

	it('creates once when the connection broke after the work was done, if it may update', async () => {
		bench.sandbox.faults.add({ kind: 'resetAfter' });
		const { items } = await bench.run(one, contact('create', { ...priya, ifExists: 'update' }));
		expect(jsonOf(items('OliAI'))).toMatchObject([{ id: 'cl00000001', name: 'Priya Sharma' }]);
		expect(bench.sandbox.state().creations).toBe(1);
	}, 20_000);

	const triedTwice = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };

	it('does not create the audiences of the first try again under Retry On Fail', async () => {
		bench.sandbox.faults.add({ kind: 'status', status: 400, body: {}, skip: 1 });
		const { items, run } = await bench.run(
			[{ json: { name: 'A' } }, { json: { name: 'B' } }],
			aud('create', { name: '={{ $json.name }}' }),
			triedTwice,
		);
		expect(run.status).toBe('success');
		expect(jsonOf(items('OliAI')).map(({ name }) => name)).toEqual(['A', 'B']);
		expect(bench.sandbox.state().audiences).toHaveLength(2);
	}, 20_000);

	it('does not create an audience again that the first try may have created, and says where to look', async () => {
		bench.sandbox.faults.add({ kind: 'resetAfter' });
		const { run } = await bench.run(one, aud('create', { name: 'A' }), triedTwice);
		expect(run.data.resultData.error).toMatchObject({
			message: 'An earlier try of this run may have carried this out already [item 0]',
			description: expect.stringContaining('Look in OliAI whether it is there'),
		});
		expect(bench.sandbox.state().audiences).toHaveLength(1);
	}, 20_000);

	it('says how far it came, when an earlier try may have created the audience of a later item', async () => {
		bench.sandbox.faults.add({ kind: 'resetAfter', skip: 1 });
		const { run } = await bench.run(
			[{ json: { name: 'A' } }, { json: { name: 'B' } }, { json: { name: 'C' } }],
			aud('create', { name: '={{ $json.name }}' }),
			triedTwice,
		);
		expect(run.data.resultData.error).toMatchObject({
			message: 'An earlier try of this run may have carried this out already [item 1]',
			description: expect.stringContaining('1 of 3 items were done before.'),
		});
		expect(bench.sandbox.state().audiences.map(({ name }) => name)).toEqual(['A', 'B']);
	}, 20_000);

	it('says that nothing was created when the request did not reach OliAI', async () => {
		bench.sandbox.faults.add({ kind: 'tooManyRequests', seconds: 3600 });
		const { run } = await bench.run(one, aud('create', { name: 'A' }));
		expect(run.data.resultData.error?.description).toContain('A retry is safe: nothing was created.');
	}, 20_000);

	it('advises to look first, and not to try again, when an audience may have been created', async () => {
		bench.sandbox.faults.add({ kind: 'resetAfter' });
		const { run } = await bench.run(one, aud('create', { name: 'A' }));
		expect(run.data.resultData.error?.description).toContain('Look in OliAI first whether it is there');
		expect(run.data.resultData.error?.description).not.toContain('A retry is safe');
	}, 20_000);

	it('does not fail under Retry On Fail at the contacts that the first try deleted', async () => {
		await bench.run(customerRows(2), upsertParameters());
		const [first, second] = bench.sandbox.state().contacts;
		bench.sandbox.faults.add({ kind: 'status', status: 400, body: {}, match: { path: second?.id } });
		const { run } = await bench.run(
			[{ json: { id: first?.id } }, { json: { id: second?.id } }],
			contact('delete', { contactId: '={{ $json.id }}' }),
			triedTwice,
		);
		expect(run.status).toBe('success');
		expect(bench.sandbox.state().contacts).toEqual([]);
	}, 20_000);

	it('does not claim that a refused creation may have been carried out', async () => {
		bench.sandbox.faults.add({ kind: 'status', status: 400, body: { message: 'bad' } });
		const { run } = await bench.run(one, contact('create', { ...priya, ifExists: 'update' }));
		expect(run.data.resultData.error?.description).not.toContain('may have carried it out');
	}, 20_000);

	it('adds contacts to two audiences in two requests, however the rows are mixed', async () => {
		const ids = [bench.sandbox.addAudience({ name: 'A' }).id, bench.sandbox.addAudience({ name: 'B' }).id];
		await bench.run(customerRows(6), upsertParameters());
		const rows = bench.sandbox.state().contacts.flatMap(({ id }) => ids.map((to) => ({ json: { id, to } })));
		const { run } = await bench.run(
			rows,
			contact('addToAudience', {
				contactId: '={{ $json.id }}',
				audienceId: { __rl: true, mode: 'id', value: '={{ $json.to }}' },
			}),
		);
		expect(run.status).toBe('success');
		expect(bench.sent('POST', '/contacts/add-to-audience')).toHaveLength(2);
	}, 20_000);

	it('names all that is wrong with an item before anything is sent', async () => {
		const { run } = await bench.run(
			one,
			contact('create', { name: '={{ $json.none }}', phoneNumber: '98765' }),
		);
		expect(run.data.resultData.error?.message).toContain('Name is empty. Phone Number is not international');
		expect(bench.sandbox.requests).toHaveLength(0);
	});

	it('says that nothing is set to be changed', async () => {
		const { run } = await bench.run(one, contact('update', { contactId: 'clxxx123' }));
		expect(run.data.resultData.error?.message).toBe('Nothing is set to be changed [item 0]');
		expect(bench.sandbox.requests).toHaveLength(0);
	});

	const byPhone = (phoneNumber: string, defaultCountry = 'IN') => ({
		findBy: 'phoneNumber',
		phoneNumber,
		options: { defaultCountry },
	});

	it('gets, and deletes, a contact by its phone number', async () => {
		await bench.run(one, contact('create', priya));
		const { items } = await bench.run(one, contact('get', byPhone('098765 43210')));
		expect(jsonOf(items('OliAI'))).toMatchObject([{ id: 'cl00000001', phoneNumber: priya.phoneNumber }]);
		const deletion = await bench.run(one, contact('delete', byPhone('098765 43210')));
		expect(jsonOf(deletion.items('OliAI'))).toEqual([{ id: 'cl00000001', deleted: true }]);
		const { run } = await bench.run(one, contact('delete', byPhone('098765 43210')));
		expect(run.data.resultData.error?.message).toBe(
			'OliAI has no contact with the phone number +919876543210 [item 0]',
		);
	});

	it('does not look for what is no phone number', async () => {
		const { run } = await bench.run(one, contact('delete', byPhone('Priya')));
		expect(run.data.resultData.error?.message).toContain('Phone Number must be one number with +');
		expect(bench.sandbox.requests).toEqual([]);
	});

	it('takes the same contact for deleted under Retry On Fail when the answer to the first try was lost', async () => {
		jest.spyOn(Math, 'random').mockReturnValue(0.001);
		await bench.run(one, contact('create', priya));
		bench.sandbox.faults.add({ kind: 'resetAfter', times: 6, match: { method: 'DELETE' } });
		const { items } = await bench.run(one, contact('delete', byPhone(priya.phoneNumber)), triedTwice);
		jest.restoreAllMocks();
		expect(jsonOf(items('OliAI'))).toEqual([{ id: 'cl00000001', deleted: true }]);
	}, 20_000);

	it('gets, and deletes, a contact', async () => {
		await bench.run(customerRows(2), upsertParameters());
		const { items } = await bench.run(one, contact('get', { contactId: 'cl00000002' }));
		expect(jsonOf(items('OliAI'))).toMatchObject([{ id: 'cl00000002', name: 'Priya Sharma 1' }]);
		const deletion = await bench.run(one, contact('delete', { contactId: 'cl00000002' }));
		expect(jsonOf(deletion.items('OliAI'))).toEqual([{ id: 'cl00000002', deleted: true }]);
		expect(bench.sandbox.state().contacts).toHaveLength(1);
	}, 20_000);

	it('names the contact that OliAI does not have', async () => {
		const { run } = await bench.run(one, contact('get', { contactId: 'cl9' }));
		expect(run.data.resultData.error?.message).toContain('OliAI has no contact cl9');
	});

	it('lists contacts 100 a page: all, a limit, or those that a search finds', async () => {
		await bench.run(customerRows(250), upsertParameters());
		const all = await bench.run(one, contact('getAll', { returnAll: true, search: '' }));
		expect(all.items('OliAI')).toHaveLength(250);
		expect(bench.sent('GET', '/contacts').map(({ query }) => query)).toEqual([
			{ page: '1', limit: '100' },
			{ page: '2', limit: '100' },
			{ page: '3', limit: '100' },
		]);
		const some = await bench.run(one, contact('getAll', { returnAll: false, limit: 3, search: 'Sharma 2' }));
		expect(jsonOf(some.items('OliAI')).map(({ name }) => name)).toEqual([
			'Priya Sharma 2',
			'Priya Sharma 20',
			'Priya Sharma 21',
		]);
	}, 20_000);

	it('tells deleted contacts from those that may not have been there', async () => {
		await bench.run(customerRows(3), upsertParameters());
		const rows = ['cl00000001', 'cl00000002'].map((id) => ({ json: { id } }));
		const deletion = contact('bulkDelete', { contactId: '={{ $json.id }}' });
		const first = await bench.run(rows, deletion);
		expect(jsonOf(first.items('OliAI'))).toEqual([
			{ status: 'deleted', id: 'cl00000001', ...nothingWrong },
			{ status: 'deleted', id: 'cl00000002', ...nothingWrong },
		]);
		const again = await bench.run([...rows, { json: { id: 'cl00000003' } }], deletion);
		expect(jsonOf(again.items('OliAI')).map(({ status }) => status)).toEqual(
			Array(3).fill('deleted_or_not_found'),
		);
	}, 20_000);

	it('creates, updates, lists and deletes audiences', async () => {
		const { items } = await bench.run(one, aud('create', { name: 'Renewals', description: 'In March' }));
		const [created] = jsonOf(items('OliAI'));
		expect(created).toMatchObject({ name: 'Renewals', description: 'In March', contactCount: 0 });
		const chosen = audience(String(created?.id));
		await bench.run(one, aud('update', { ...chosen, updateFields: { name: 'Renewals 2026' } }));
		const list = await bench.run(one, aud('getAll', { returnAll: true }));
		expect(jsonOf(list.items('OliAI')).map(({ name }) => name)).toEqual(['Renewals 2026']);
		const got = await bench.run(one, aud('get', chosen));
		expect(jsonOf(got.items('OliAI'))).toMatchObject([{ name: 'Renewals 2026', description: 'In March' }]);
		await bench.run(one, aud('delete', chosen));
		expect(bench.sandbox.state().audiences).toEqual([]);
	}, 30_000);

	it('adds contacts to an audience, lists them, and takes them out', async () => {
		await bench.run(customerRows(3), upsertParameters());
		const chosen = audience(bench.sandbox.addAudience({ name: 'Renewals' }).id);
		const rows = bench.sandbox.state().contacts.map(({ id }) => ({ json: { id } }));
		const byId = { ...chosen, contactId: '={{ $json.id }}' };
		const { items } = await bench.run(rows, aud('addContacts', byId));
		expect(jsonOf(items('OliAI'))[0]).toEqual({
			status: 'added',
			id: 'cl00000001',
			audienceId: 'aud_000001',
			...nothingWrong,
		});
		await bench.run(rows.slice(0, 1), aud('removeContacts', byId));
		const list = await bench.run(one, aud('getContacts', { ...chosen, returnAll: true, search: '' }));
		expect(jsonOf(list.items('OliAI')).map(({ id }) => id)).toEqual(['cl00000002', 'cl00000003']);
	}, 20_000);
});
