import { audience, customerRows, jsonOf, OliAiBench, upsertParameters } from './harness/oliAi';

jest.setTimeout(60_000);

describe('OliAI, contact: create or update in bulk', () => {
	let bench: OliAiBench;

	beforeEach(async () => {
		bench = await OliAiBench.start();
	});
	afterEach(async () => {
		await bench.stop();
	});

	const fast = { options: { requestsPerMinute: 600 } };

	it('tells created and updated apart, also in one reply', async () => {
		await bench.run(customerRows(2), upsertParameters(fast));
		const { items } = await bench.run(customerRows(4), upsertParameters(fast));
		expect(jsonOf(items('OliAI')).map(({ status, id, phoneNumber }) => [status, id, phoneNumber])).toEqual([
			['updated', 'cl00000001', '+919810000000'],
			['updated', 'cl00000002', '+919810000001'],
			['created', 'cl00000003', '+919810000002'],
			['created', 'cl00000004', '+919810000003'],
		]);
	});

	it('gives the reason of a refused row, by its index, and stores the others', async () => {
		const rows = customerRows(3);
		rows[1] = { json: { phone: '12', name: 'Nobody' } };
		const { items } = await bench.run(rows, upsertParameters());
		expect(jsonOf(items('OliAI'))).toEqual([
			expect.objectContaining({ status: 'created' }),
			{
				status: 'failed',
				id: null,
				phoneNumber: '12',
				error_code: 'ROW_REFUSED',
				error_message:
					'OliAI did not take this row: phoneNumber must be a valid phone number. Set Default Country, or write the number with +.',
			},
			expect.objectContaining({ status: 'created' }),
		]);
	});

	it('sends no more rows when too many of the first hundred have failed', async () => {
		const rows = customerRows(400).map(({ json }) => ({ json: { ...json, phone: 'no number' } }));
		const options = { batchSize: 100, requestsPerMinute: 600, stopWhenFailed: 20 };
		const { items } = await bench.run(rows, upsertParameters({ options }));
		const codes = jsonOf(items('OliAI')).map(({ error_code }) => error_code);
		expect(codes.slice(0, 100)).toEqual(Array(100).fill('ROW_REFUSED'));
		expect(codes.slice(100)).toEqual(Array(300).fill('NOT_SENT'));
	});

	it('never sends the numbers of Do Not Call, nor puts them into an audience', async () => {
		const { id } = bench.sandbox.addAudience({ name: 'Renewals' });
		const parameters = upsertParameters({
			options: { doNotCall: '+91 98100 00001' },
			addToAudience: true,
			...audience(id),
		});
		const { items } = await bench.run(customerRows(3), parameters);
		expect(jsonOf(items('OliAI')).map(({ status }) => status)).toEqual(['created', 'suppressed', 'created']);
		expect(bench.sandbox.state().contacts).toHaveLength(2);
	});

	it('lets the last row of a number win, in a request after the first', async () => {
		const rows = [...customerRows(2), { json: { phone: '98100 00000', name: 'Priya Verma' } }];
		const { items } = await bench.run(
			rows,
			upsertParameters({ defaultCountry: 'IN', options: { requestsPerMinute: 600 } }),
		);
		expect(jsonOf(items('OliAI')).map(({ status }) => status)).toEqual(['created', 'created', 'updated']);
		expect(bench.sandbox.state().contacts[0]).toMatchObject({ name: 'Priya Verma', language: 'hi-IN' });
	});

	it('creates or updates, then adds to an audience, in one step', async () => {
		const { id } = bench.sandbox.addAudience({ name: 'Renewals' });
		const rows = [...customerRows(3), { json: { phone: '12', name: 'Nobody' } }];
		const { items } = await bench.run(rows, upsertParameters({ addToAudience: true, ...audience(id) }));
		expect(jsonOf(items('OliAI')).map(({ status, audienceId }) => [status, audienceId])).toEqual([
			['created', id],
			['created', id],
			['created', id],
			['failed', id],
		]);
		expect(bench.sandbox.state().audiences[0]?.contactIds).toHaveLength(3);
		expect(bench.sent('POST', '/contacts/add-to-audience')).toHaveLength(1);
	});

	it('says of a contact that did not come into its audience that it is stored', async () => {
		const { items } = await bench.run(
			customerRows(1),
			upsertParameters({ addToAudience: true, ...audience('aud_none') }),
			{ onError: 'continueRegularOutput' },
		);
		expect(jsonOf(items('OliAI'))).toMatchObject([
			{ status: 'failed', id: 'cl00000001', error_code: 'NOT_FOUND' },
		]);
		expect(jsonOf(items('OliAI'))[0]?.error_message).toMatch(
			/^The contact is stored, but not in the audience: OliAI has no audience aud_none/,
		);
	});

	it('keeps the larger of two granted limits for both executions together', async () => {
		const free = await OliAiBench.start({ rateLimits: false });
		const load = (requestsPerMinute: number) =>
			free.run(customerRows(6), upsertParameters({ options: { batchSize: 1, requestsPerMinute } }));
		// The first request of a process is slow to leave: n8n loads what it sends with.
		await free.run(customerRows(1), upsertParameters(fast));
		await Promise.all([load(300), load(240)]);
		const arrivals = free
			.sent('POST', '/contacts/bulk')
			.slice(1)
			.map(({ at }) => at);
		await free.stop();
		expect(arrivals).toHaveLength(12);
		// Twelve at 300 a minute take 2.1 seconds; six at 240 a minute beside six at 300 take 1.2.
		expect((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThan(1700);
	});

	it('leaves by three branches when asked to', async () => {
		await bench.run(customerRows(1), upsertParameters(fast));
		const rows = [...customerRows(2), { json: { phone: 'none', name: 'Nobody' } }];
		const { items } = await bench.run(rows, upsertParameters({ output: 'branches', ...fast }));
		expect([0, 1, 2].map((output) => items('OliAI', output).length)).toEqual([1, 1, 1]);
	});
});
