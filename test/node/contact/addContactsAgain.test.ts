import { AlturBench, addParameters, customerRows, jsonOf } from '../harness/altur';

jest.setTimeout(60_000);

describe('Add to Campaign, when it runs again', () => {
	let bench: AlturBench;
	let campaign: number;

	beforeEach(async () => {
		bench = await AlturBench.start({ rateLimit: false });
		campaign = bench.sandbox.addCampaign().id;
	});
	afterEach(async () => {
		await bench.stop();
	});

	it('tries again under Retry On Fail with the same keys: nothing twice, statuses as if it had gone well', async () => {
		bench.sandbox.faults.add({ kind: 'resetAfter', skip: 1 });
		const rows = customerRows(5);
		const parameters = addParameters(campaign, { options: { maxRetries: 0, batchSize: 2 } });
		const { items, run } = await bench.run(rows, parameters, { retryOnFail: true, waitBetweenTries: 100 });
		expect(run.status).toBe('success');
		const keys = bench.posts().map(({ idempotencyKey }) => idempotencyKey);
		expect(keys.length).toBeGreaterThan(3);
		expect(new Set(keys).size).toBe(3);
		expect(jsonOf(items('Altur')).map(({ status }) => status)).toEqual(Array(5).fill('created'));
		expect(bench.sandbox.state().campaigns[0]?.contactCount).toBe(5);
	});

	it('recognises what it has when the failed execution is retried', async () => {
		bench.sandbox.faults.add({ kind: 'resetAfter', skip: 1 });
		const parameters = addParameters(campaign, { options: { maxRetries: 0, batchSize: 2 } });
		const failed = await bench.run(customerRows(5), parameters, {}, { executionId: '41' });
		expect(failed.run.status).toBe('error');
		const again = failed.run.data;
		delete again.resultData.error;
		delete again.resultData.runData.Altur;
		const { items, run } = await bench.run(
			customerRows(5),
			parameters,
			{},
			{ executionId: '42', runExecutionData: again },
		);
		expect(run.status).toBe('success');
		expect(jsonOf(items('Altur')).map(({ status }) => status)).toEqual(Array(5).fill('created'));
		expect(new Set(bench.posts().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(3);
	});

	it('takes an execution for a new one though a database before gave out its number already', async () => {
		const parameters = addParameters(campaign);
		await bench.run(customerRows(2), parameters, {}, { executionId: '1' });
		const { items } = await bench.run(customerRows(2), parameters, {}, { executionId: '1' });
		expect(jsonOf(items('Altur')).map(({ status }) => status)).toEqual(Array(2).fill('skipped_duplicate'));
	});

	it.each([
		['a new execution sends again', {}, 2, 'skipped_duplicate'],
		['the scope "content" makes a new execution replay', { idempotencyScope: 'content' }, 1, 'created'],
		[
			'a key of one’s own does too',
			{ idempotencyScope: 'custom', idempotencyKey: '={{ $json.id }}' },
			1,
			'created',
		],
	])('%s', async (_what, options, keys, status) => {
		const parameters = addParameters(campaign, { options });
		await bench.run(customerRows(2), parameters);
		const { items } = await bench.run(customerRows(2), parameters);
		expect(new Set(bench.posts().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(keys);
		expect(jsonOf(items('Altur')).map((json) => json.status)).toEqual([status, status]);
	});
});
