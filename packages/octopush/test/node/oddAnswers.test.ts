import { addParameters, customerRows, jsonOf, OctopushBench } from './harness/octopush';

const one = [{ json: {} }];
const list = (operation: string) => ({ resource: 'contactList', operation, listName: 'my_list' });
const removal = {
	resource: 'contact',
	operation: 'remove',
	phoneNumber: '={{ $json.phone }}',
	removeFrom: 'account',
};
const operations = [
	['adding', addParameters()],
	['removing', removal],
	['creating a list', list('create')],
	['emptying a list', list('empty')],
	['deleting a list', list('delete')],
	['the balance', { resource: 'account', operation: 'getBalance' }],
] as const;

describe('Octopush, when a 200 or 201 is no success', () => {
	let bench: OctopushBench;

	beforeAll(async () => {
		bench = await OctopushBench.start();
	});
	beforeEach(() => {
		bench.sandbox.reset('demo');
		jest.spyOn(Math, 'random').mockReturnValue(0.001);
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});
	afterAll(async () => {
		await bench.stop();
	});

	const answer = (body: unknown, status = 200) => {
		bench.sandbox.faults.add({ kind: 'status', status, body, times: 'always' });
	};

	it.each(operations)('takes code 101 for what it is: %s', async (_, parameters) => {
		answer({ code: 101, message: 'Wrong login details' });
		const { run } = await bench.run(customerRows(1), parameters);
		expect(run.data.resultData.error).toMatchObject({
			message: 'Octopush does not accept the API login or the API key. (Octopush code 101) [item 0]',
			description: expect.stringContaining('paste login and key'),
		});
		expect(run.data.resultData.error?.description).not.toContain('may have');
		expect(bench.sandbox.requests).toHaveLength(1);
	});

	it.each(operations)('believes a code that nobody has documented: %s', async (_, parameters) => {
		answer({ code: '777', message: 'Something new' });
		const { run } = await bench.run(customerRows(1), parameters);
		expect(run.data.resultData.error?.message).toContain('Octopush says: "Something new"');
		expect(bench.sandbox.requests).toHaveLength(1);
	});

	it('refuses an empty list of results beside a code, and a balance beside one', async () => {
		answer({ code: 104, message: 'Out of credit', items: [], amount: 0, unit: 'euros' });
		const adding = await bench.run(customerRows(1), addParameters());
		expect(adding.run.data.resultData.error?.message).toContain('out of credit');
		const balance = await bench.run(one, { resource: 'account', operation: 'getBalance' });
		expect(balance.run.data.resultData.error?.message).toContain('out of credit');
	});

	it.each([0, '000', 200, null])('knows code %p for a success', async (code) => {
		answer({ code, message: 'OK' });
		const { items } = await bench.run(one, list('create'));
		expect(jsonOf(items('Octopush'))).toEqual([{ list_name: 'my_list', created: true }]);
	});

	it('never quotes the key', async () => {
		answer({ code: 777, message: `The key ${bench.sandbox.apiKey} is odd` });
		const { run } = await bench.run(customerRows(1), addParameters());
		const { stack, ...error } = run.data.resultData.error ?? {};
		expect(JSON.stringify(error)).toContain('The key [API key] is odd');
		expect(JSON.stringify(error) + String(stack)).not.toContain(bench.sandbox.apiKey);
	});

	it('gives every row its result when one item of the reply is odd, and sends nothing again', async () => {
		const [first, second, third] = customerRows(3).map(({ json }) => json.phone);
		answer(
			{
				items: [
					{ phone_number: first, email: null, status: 'added' },
					{ phone_number: second, email: null, status: null },
					{ phone_number: third, email: null, status: 'updated' },
				],
			},
			201,
		);
		const { items } = await bench.run(customerRows(3), addParameters());
		expect(bench.sandbox.requests).toHaveLength(1);
		expect(jsonOf(items('Octopush'))).toMatchObject([
			{ status: 'added', phone_number: first },
			{
				status: 'failed',
				phone_number: second,
				error_code: 'NO_STATUS',
				error_message: expect.stringContaining('running it again is safe.'),
			},
			{ status: 'updated', phone_number: third },
		]);
	});

	it('reads a balance that is written as text', async () => {
		answer({ amount: '12.54', unit: 'euros' });
		const { items } = await bench.run(one, { resource: 'account', operation: 'getBalance' });
		expect(jsonOf(items('Octopush'))).toEqual([{ amount: '12.54', unit: 'euros' }]);
	});
});
