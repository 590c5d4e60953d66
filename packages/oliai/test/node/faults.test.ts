import { everyFault } from '../../../../test/node/harness/everyFault';
import { audience, customerRows, jsonOf, OliAiBench, upsertParameters } from './harness/oliAi';

const many = 10_000;

describe('OliAI, when things go wrong', () => {
	let bench: OliAiBench;

	beforeEach(async () => {
		bench = await OliAiBench.start({ rateLimits: false, recordBodies: false });
	});
	afterEach(async () => {
		await bench.stop();
	});

	it('brings 10,000 rows through every fault: one result per row, in order, paired, none lost, none doubled', async () => {
		bench.sandbox.faults.add(...everyFault);
		const parameters = upsertParameters({ options: { batchSize: 250, requestsPerMinute: 600 } });
		const { items } = await bench.run(
			customerRows(many),
			parameters,
			{},
			{
				nodes: [
					{ name: 'After', type: 'test.probe', parameters: { value: "={{ $('Rows').item.json.phone }}" } },
				],
			},
		);
		expect(bench.sandbox.faults.pending()).toEqual([]);
		const results = jsonOf(items('After'));
		const phones = customerRows(many).map(({ json }) => json.phone);
		expect(results.map(({ phoneNumber }) => phoneNumber)).toEqual(phones);
		expect(results.map(({ probed }) => probed)).toEqual(phones);
		expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['created', 'updated']));
		const { contacts, creations } = bench.sandbox.state();
		expect([contacts.length, creations]).toEqual([many, many]);
		const idByPhone = new Map(contacts.map(({ id, phoneNumber }) => [phoneNumber, id]));
		expect(results.every(({ id, phoneNumber }) => id === idByPhone.get(String(phoneNumber)))).toBe(true);
	}, 180_000);

	it('puts every contact into the audience once, when the connection breaks after the work was done', async () => {
		const { id } = bench.sandbox.addAudience({ name: 'Renewals' });
		bench.sandbox.faults.add({ kind: 'resetAfter', match: { path: 'add-to-audience' } });
		const { items } = await bench.run(
			customerRows(600),
			upsertParameters({
				addToAudience: true,
				...audience(id),
				options: { batchSize: 300, requestsPerMinute: 600 },
			}),
		);
		expect(jsonOf(items('OliAI')).every(({ status }) => status === 'created')).toBe(true);
		expect(bench.sandbox.state().audiences[0]?.contactIds).toHaveLength(600);
	}, 30_000);

	it('calls a row that the reply leaves out failed', async () => {
		bench.sandbox.faults.add({ kind: 'dropResults', indexes: [1] });
		const { items } = await bench.run(customerRows(3), upsertParameters());
		expect(jsonOf(items('OliAI')).map(({ error_code, status }) => error_code ?? status)).toEqual([
			'created',
			'NO_RESULT',
			'created',
		]);
	});

	it('does not send a creation again whose end is unknown', async () => {
		bench.sandbox.faults.add({ kind: 'resetAfter', times: 'always' });
		const creation = {
			resource: 'contact',
			operation: 'create',
			name: 'Priya',
			phoneNumber: '+919876543210',
		};
		const { run } = await bench.run([{ json: {} }], creation);
		expect(bench.sent('POST', '/contacts')).toHaveLength(1);
		expect(run.data.resultData.error?.message).toContain('OliAI could not be reached');
	});

	it.each([
		['Invalid API key', '', 'paste a valid key'],
		['API key has been revoked', ': it has been revoked', 'The key was revoked'],
		['API key has expired', ': it has expired', 'The key has expired'],
	])('says what to do when OliAI answers "%s"', async (message, reason, advice) => {
		bench.sandbox.faults.add({
			kind: 'status',
			status: 401,
			body: { statusCode: 401, message, error: 'Unauthorized' },
			times: 'always',
		});
		const { run } = await bench.run(customerRows(2), upsertParameters());
		expect(run.data.resultData.error).toMatchObject({
			message: `OliAI does not accept the API key${reason} [items 0 to 1]`,
			description: expect.stringContaining(advice),
		});
	});

	it('never quotes the key', async () => {
		bench.sandbox.faults.add({ kind: 'echoAuthorization', status: 401 });
		const { run } = await bench.run(customerRows(1), upsertParameters());
		const { stack, ...error } = run.data.resultData.error ?? {};
		expect(error).not.toEqual({});
		expect(JSON.stringify(error) + String(stack)).not.toContain(bench.sandbox.apiKey);
	});
});
