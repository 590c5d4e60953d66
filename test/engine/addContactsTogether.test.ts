import { AlturBench, addParameters, customerRows, jsonOf } from './harness/altur';

jest.setTimeout(60_000);

describe('Two executions at once', () => {
	it('share the 12 requests a second of their account, in turns', async () => {
		const bench = await AlturBench.start();
		const campaigns = [bench.sandbox.addCampaign().id, bench.sandbox.addCampaign().id];
		const options = { batchSize: 1 };
		const runs = campaigns.map((id) => bench.run(customerRows(20), addParameters(id, { options })));
		const statuses = (await Promise.all(runs)).map(({ items }) =>
			jsonOf(items('Altur')).map(({ status }) => status),
		);
		const throttled = bench.posts().filter(({ status }) => status === 429);
		const paths = bench.posts().map(({ path }) => path);
		await bench.stop();
		expect(statuses).toEqual([Array(20).fill('created'), Array(20).fill('created')]);
		// Each on its own would send 24 a second; a busy machine may still deliver one too early.
		expect(throttled.length).toBeLessThanOrEqual(2);
		expect(new Set(paths.slice(0, 8)).size).toBe(2);
	});
});
