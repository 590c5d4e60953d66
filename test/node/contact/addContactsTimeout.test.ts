import { AlturBench, addParameters, customerRows, jsonOf } from '../harness/altur';

jest.setTimeout(60_000);

describe('The timeout of a request', () => {
	let bench: AlturBench;
	let campaign: number;

	beforeEach(async () => {
		bench = await AlturBench.start();
		campaign = bench.sandbox.addCampaign().id;
	});
	afterEach(async () => {
		await bench.stop();
	});

	const once = { options: { maxRetries: 0, timeout: 2 } };
	/** Something comes every 1.8 seconds, so there is never a silence of two. */
	const dripping = { kind: 'slowBody', ms: 18_000 } as const;

	it('ends one whose answer never stops trickling in, and says that it may have been carried out', async () => {
		bench.sandbox.faults.add(dripping);
		const { task } = await bench.run(customerRows(2), addParameters(campaign, once));
		expect(task('Altur').error?.message).toBe(
			'Altur could not be reached. There was no answer in time [items 0 to 1]',
		);
		expect(task('Altur').error?.description).toContain('Altur may have added contacts of the failed request');
		expect(bench.posts()[0]?.finishedAt).toBeUndefined();
	});

	it('lets it be sent again, with the same key, so that its rows come through', async () => {
		bench.sandbox.faults.add(dripping);
		const again = { options: { maxRetries: 1, timeout: 2 } };
		const { items } = await bench.run(customerRows(2), addParameters(campaign, again));
		expect(jsonOf(items('Altur')).map(({ status }) => status)).toEqual(['created', 'created']);
		expect(new Set(bench.posts().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
		expect(bench.posts()).toHaveLength(2);
	});

	it('leaves the Stop button its power over an answer that trickles in', async () => {
		bench.sandbox.faults.add(dripping);
		const { finished, cancel } = bench.start(customerRows(2), addParameters(campaign));
		while (bench.posts()[0]?.status === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
		cancel();
		const { run } = await finished;
		expect(run.status).toBe('canceled');
		expect(bench.posts()).toHaveLength(1);
		expect(bench.posts()[0]?.finishedAt).toBeUndefined();
	});

	it('makes Node warn of no leak, with many requests on their way at once', async () => {
		const warnings: string[] = [];
		const note = ({ name, message }: Error) => void warnings.push(`${name}: ${message}`);
		process.on('warning', note);
		bench.sandbox.faults.add({ kind: 'latency', ms: 2500, times: 'always' });
		const options = { batchSize: 1 };
		const { items } = await bench.run(customerRows(30), addParameters(campaign, { options }));
		process.off('warning', note);
		expect(jsonOf(items('Altur')).every(({ status }) => status === 'created')).toBe(true);
		expect(warnings).toEqual([]);
	});
});
