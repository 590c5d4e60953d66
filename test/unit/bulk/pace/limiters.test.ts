import { FixedWindow, SlidingWindow, TokenBucket, type Limiter } from '../../../../bench/pace/limiters';

const accepted = (limiter: Limiter, times: readonly number[]) =>
	times.filter((at) => limiter.admit(at) === 0);
const every = (ms: number, until: number) => Array.from({ length: until / ms }, (_, index) => index * ms);

describe('The model of', () => {
	it('a sliding window accepts so many in any second, and says when the next would be', () => {
		const limiter = new SlidingWindow(() => 2);
		expect([0, 400, 700, 999, 1000, 1100].map((at) => limiter.admit(at))).toEqual([0, 0, 300, 1, 0, 300]);
	});

	it('one that counts what it refuses accepts nothing from who does not slow down', () => {
		expect(accepted(new SlidingWindow(() => 2, true), every(400, 4000))).toEqual([0, 400]);
		expect(accepted(new SlidingWindow(() => 2), every(400, 2400))).toEqual([0, 400, 1200, 1600]);
	});

	it('a token bucket lets a burst pass, and then no more than comes in', () => {
		const limiter = new TokenBucket(() => 2, 3);
		expect([0, 0, 0, 0, 250, 500].map((at) => limiter.admit(at))).toEqual([0, 0, 0, 500, 250, 0]);
	});

	it('a fixed window begins anew with each second of its clock', () => {
		const limiter = new FixedWindow(() => 1, 300);
		expect([0, 100, 300, 400, 1300].map((at) => limiter.admit(at))).toEqual([0, 200, 0, 900, 0]);
	});

	it('a limit that falls refuses until what it accepted before is old', () => {
		const limiter = new SlidingWindow((now) => (now < 1000 ? 4 : 2));
		expect([600, 700, 800, 900].map((at) => limiter.admit(at))).toEqual([0, 0, 0, 0]);
		expect([1000, 1700, 1801].map((at) => limiter.admit(at))).toEqual([800, 100, 0]);
	});
});
