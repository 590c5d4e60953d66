import { everyFault } from '../../../../test/node/harness/everyFault';
import { addParameters, customerRows, jsonOf, OctopushBench } from './harness/octopush';

const many = 10_000;

describe('Octopush, when things go wrong', () => {
	let bench: OctopushBench;

	beforeAll(async () => {
		bench = await OctopushBench.start({ replyNumbers: 'spaced', recordBodies: false });
	});
	beforeEach(() => {
		bench.sandbox.reset();
	});
	afterAll(async () => {
		await bench.stop();
	});

	it('brings 10,000 rows through every fault: one result per row, in order, paired, none lost, none doubled', async () => {
		bench.sandbox.faults.add(...everyFault);
		const { items } = await bench.run(
			customerRows(many),
			addParameters({ listName: 'customers' }),
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
		expect(results.map(({ phone_number }) => phone_number)).toEqual(phones);
		expect(results.map(({ probed }) => probed)).toEqual(phones);
		expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['added', 'updated']));
		const { contacts } = bench.sandbox.state();
		expect(contacts).toHaveLength(many);
		expect(contacts.every(({ created, lists }) => created === 1 && lists.length === 1)).toBe(true);
	}, 120_000);

	it('recognises wrong login details by code 101, whatever the HTTP status, and stops at once', async () => {
		bench.sandbox.faults.add({
			kind: 'status',
			status: 400,
			body: { code: 101, message: 'Wrong login details' },
			times: 'always',
		});
		const { items } = await bench.run(customerRows(many), addParameters(), {
			onError: 'continueRegularOutput',
		});
		expect(bench.sent('/contact/create').length).toBeLessThan(15);
		const [first] = jsonOf(items('Octopush'));
		expect(first).toMatchObject({ status: 'failed', error_code: '101' });
		expect(first?.error_message).toContain('does not accept the API login or the API key');
	});

	it('says what the numeric code means, quotes Octopush, and names what was added before', async () => {
		bench.sandbox.faults.add({
			kind: 'status',
			status: 400,
			body: { code: 104, message: 'Not enough credit' },
			skip: 1,
			times: 'always',
		});
		const { run } = await bench.run(customerRows(400), addParameters());
		expect(run.data.resultData.error).toMatchObject({
			name: 'NodeApiError',
			message:
				'The Octopush account is out of credit. Octopush says: "Not enough credit" (Octopush code 104) [items 200 to 399]',
			description:
				'Buy credit in Octopush and run this again. 200 of 400 contacts had reached Octopush before; 200 had not. A retry is safe: Octopush keeps one contact per phone number.',
		});
	});

	it('never quotes the key', async () => {
		bench.sandbox.faults.add({ kind: 'echoAuthorization', status: 401 });
		const { run } = await bench.run(customerRows(1), addParameters());
		const { stack, ...error } = run.data.resultData.error ?? {};
		expect(error).not.toEqual({});
		expect(JSON.stringify(error) + String(stack)).not.toContain(bench.sandbox.apiKey);
	});

	it('moves failed rows to the error output with the columns of the input', async () => {
		const rows = [...customerRows(1), { json: { phone: 'none', id: 'crm-x' } }];
		const { items } = await bench.run(rows, addParameters(), { onError: 'continueErrorOutput' });
		expect(jsonOf(items('Octopush', 0))).toHaveLength(1);
		expect(jsonOf(items('Octopush', 1))).toMatchObject([{ id: 'crm-x', details: { status: 'failed' } }]);
	});
});
