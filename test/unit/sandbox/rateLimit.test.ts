import { startAlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import { RateLimiter } from '../../../sandbox/server/rateLimit';
import { ask } from './alturClient';

describe('a sliding window', () => {
	const limit = { requests: 3, perMilliseconds: 1000 };

	it('accepts as many as the limit in any window, and tells the wait for the next', () => {
		const limiter = new RateLimiter();
		expect([0, 400, 800].map((at) => limiter.admit([limit], at))).toEqual([0, 0, 0]);
		expect(limiter.admit([limit], 900)).toBe(100);
		expect(limiter.admit([limit], 1000)).toBe(0);
		expect(limiter.admit([limit], 1001)).toBe(399);
		expect(limiter.admit([limit], 1400)).toBe(0);
	});

	it('does not count a refused request', () => {
		const limiter = new RateLimiter();
		for (const at of [0, 1, 2]) limiter.admit([limit], at);
		for (let at = 3; at < 1000; at += 1) expect(limiter.admit([limit], at)).toBeGreaterThan(0);
		expect(limiter.admit([limit], 1000)).toBe(0);
	});

	it('counts a request under several limits or under none of them', () => {
		const bulk = { requests: 1, perMilliseconds: 1000 };
		const limiter = new RateLimiter();
		expect(limiter.admit([limit, bulk], 0)).toBe(0);
		for (const at of [1, 2, 3]) expect(limiter.admit([limit, bulk], at)).toBeGreaterThan(0);
		expect([4, 5].map((at) => limiter.admit([limit], at))).toEqual([0, 0]);
		expect(limiter.admit([limit], 6)).toBe(994);
	});
});

describe('the rate limit of Altur', () => {
	// All requests of a test arrive in one moment, however long the machine takes for them.
	beforeEach(() => {
		jest.spyOn(performance, 'now').mockReturnValue(1000);
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});

	it('answers the thirteenth request of a second with 429, Retry-After and a text that tells the wait', async () => {
		const sandbox = await startAlturSandbox();
		try {
			const answers = await Promise.all(Array.from({ length: 13 }, () => ask(sandbox, 'GET /campaigns')));
			const statuses = answers.map(({ status }) => status);
			expect(statuses.filter((status) => status === 200)).toHaveLength(12);
			const throttled = answers.find(({ status }) => status === 429);
			expect(throttled?.headers.get('retry-after')).toBe('1');
			expect(throttled?.json).toEqual({
				detail: 'Request was throttled. Expected available in 1 seconds.',
			});
		} finally {
			await sandbox.close();
		}
	});

	it('can answer it under the code of the specification', async () => {
		const rateLimit = { requests: 1, perMilliseconds: 60_000 };
		const sandbox = await startAlturSandbox({ rateLimit, throttledAs: 'RATE_LIMITED' });
		try {
			await ask(sandbox, 'GET /campaigns');
			const throttled = await ask(sandbox, 'GET /campaigns');
			expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '60']);
			expect(throttled.json).toEqual({
				success: false,
				error: 'RATE_LIMITED',
				message: 'Request was throttled. Expected available in 60 seconds.',
			});
		} finally {
			await sandbox.close();
		}
	});

	it('does not count requests without a valid key', async () => {
		const sandbox = await startAlturSandbox({ rateLimit: { requests: 1, perMilliseconds: 60_000 } });
		try {
			expect((await ask(sandbox, 'GET /campaigns', { authorization: '' })).status).toBe(401);
			expect((await ask(sandbox, 'GET /campaigns')).status).toBe(200);
			const throttled = await ask(sandbox, 'GET /campaigns');
			expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '60']);
		} finally {
			await sandbox.close();
		}
	});

	it('can be left out', async () => {
		const sandbox = await startAlturSandbox({ rateLimit: false });
		try {
			const answers = await Promise.all(Array.from({ length: 40 }, () => ask(sandbox, 'GET /campaigns')));
			expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
		} finally {
			await sandbox.close();
		}
	});
});
