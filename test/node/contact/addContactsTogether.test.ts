import { AlturBench, addParameters, customerRows, jsonOf } from '../harness/altur';
import { GivenCredentials } from '../harness/credentialsHelper';

jest.setTimeout(60_000);

/** When requests left: n8n asks for the key of each when its turn has come. */
function noteDepartures(): number[] {
	const departures: number[] = [];
	const authenticate = GivenCredentials.prototype.authenticate;
	jest.spyOn(GivenCredentials.prototype, 'authenticate').mockImplementation(async function (
		this: GivenCredentials,
		...request
	) {
		departures.push(performance.now());
		return await authenticate.apply(this, request);
	});
	return departures;
}

/** The shortest time, in milliseconds, in which so many requests left. */
function shortestSpan(departures: readonly number[], count: number): number {
	return Math.min(...departures.slice(count - 1).map((at, index) => at - (departures[index] ?? 0)));
}

describe('Two executions at once', () => {
	let bench: AlturBench;
	let departures: number[];

	beforeEach(async () => {
		bench = await AlturBench.start();
		// The first request of a process is slow to leave: n8n loads what it sends with.
		await bench.run(customerRows(1), addParameters(bench.sandbox.addCampaign().id));
		bench.sandbox.reset();
		departures = noteDepartures();
	});
	afterEach(async () => {
		jest.restoreAllMocks();
		await bench.stop();
	});

	const runTogether = async (rows: number, options: Record<string, number>) => {
		const campaigns = [bench.sandbox.addCampaign().id, bench.sandbox.addCampaign().id];
		const parameters = (id: number) => addParameters(id, { options: { batchSize: 1, ...options } });
		const runs = campaigns.map((id) => bench.run(customerRows(rows), parameters(id)));
		const finished = await Promise.all(runs);
		return finished.map(({ items }) => jsonOf(items('Altur')).map(({ status }) => status));
	};

	// How long each request then travels is not the node's to promise: on a busy machine one may arrive too early behind
	// another that arrives late, and be asked to wait. So departures are judged, and that no such request is lost.
	it('share the 12 requests a second of their account, in turns', async () => {
		const statuses = await runTogether(20, {});
		expect(statuses).toEqual([Array(20).fill('created'), Array(20).fill('created')]);
		// Each on its own would send 13 in half a second.
		expect(shortestSpan(departures, 13)).toBeGreaterThan(900);
		expect(
			new Set(
				bench
					.posts()
					.slice(0, 8)
					.map(({ path }) => path),
			).size,
		).toBe(2);
		const throttled = bench.posts().filter(({ status }) => status === 429);
		const taken = bench.posts().filter(({ status }) => status === 201);
		expect(taken).toHaveLength(40);
		expect(bench.posts()).toHaveLength(40 + throttled.length);
		const takenKeys = new Set(taken.map(({ idempotencyKey }) => idempotencyKey));
		expect(throttled.every(({ idempotencyKey = '' }) => takenKeys.has(idempotencyKey))).toBe(true);
	});

	it('share the Requests per Second that both are set to', async () => {
		const statuses = await runTogether(8, { requestsPerSecond: 6 });
		expect(statuses).toEqual([Array(8).fill('created'), Array(8).fill('created')]);
		expect(shortestSpan(departures, 7)).toBeGreaterThan(900);
		expect(
			new Set(
				bench
					.posts()
					.slice(0, 4)
					.map(({ path }) => path),
			).size,
		).toBe(2);
	});
});
