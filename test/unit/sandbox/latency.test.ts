import { startAlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import { Latency } from '../../../sandbox/server/latency';
import { ask } from './alturClient';

const take = (latency: Latency, count: number) => Array.from({ length: count }, () => latency.next());

describe('a latency', () => {
	it('is always the same without a spread', () => {
		const latency = new Latency({ latencyMs: 200, latencySpread: 0, latencySeed: 1 });
		expect(new Set(take(latency, 50))).toEqual(new Set([200]));
	});

	it('varies around its median by a log-normal spread', () => {
		const latency = new Latency({ latencyMs: 400, latencySpread: 0.3, latencySeed: 1 });
		const drawn = take(latency, 4001).sort((a, b) => a - b);
		expect(drawn[2000]).toBeGreaterThan(390);
		expect(drawn[2000]).toBeLessThan(410);
		// One standard deviation to each side are 16 % of all.
		expect(Math.log((drawn[640] ?? NaN) / 400)).toBeCloseTo(-0.3, 1);
		expect(Math.log((drawn[3360] ?? NaN) / 400)).toBeCloseTo(0.3, 1);
	});

	it('takes the same times in the same order under the same seed, and others under another', () => {
		const options = { latencyMs: 400, latencySpread: 0.3, latencySeed: 7 };
		const latency = new Latency(options);
		const drawn = take(latency, 20);
		expect(new Set(drawn).size).toBe(20);
		expect(take(new Latency(options), 20)).toEqual(drawn);
		expect(take(new Latency({ ...options, latencySeed: 8 }), 20)).not.toEqual(drawn);
		latency.reset();
		expect(take(latency, 20)).toEqual(drawn);
	});
});

it('is what the requests of a sandbox take, anew after each reset', async () => {
	const options = { latencyMs: 40, latencySpread: 1, latencySeed: 3 };
	const expected = take(new Latency(options), 4);
	const sandbox = await startAlturSandbox(options);
	try {
		for (let round = 0; round < 2; round++) {
			for (let count = 0; count < expected.length; count++) await ask(sandbox, 'GET /campaigns');
			const took = sandbox.requests.map(({ at, finishedAt = NaN }) => finishedAt - at);
			// A timer may be a millisecond early, and as late as the machine is busy.
			took.forEach((milliseconds, index) => {
				expect(milliseconds).toBeGreaterThan((expected[index] ?? NaN) - 2);
			});
			expect(took.indexOf(Math.max(...took))).toBe(expected.indexOf(Math.max(...expected)));
			sandbox.reset();
		}
	} finally {
		await sandbox.close();
	}
});
