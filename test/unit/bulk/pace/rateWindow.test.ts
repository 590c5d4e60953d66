import fc from '../../../properties';
import { RateWindow, type RateLimit } from '../../../../bulk/pace/rateWindow';

/** Departures of a sender that is always ready, or comes back after the given pauses. */
function departures(limit: RateLimit, pauses: readonly number[]): number[] {
	const window = new RateWindow(limit);
	let now = 0;
	return pauses.map((pause) => {
		now = Math.max(now + pause, window.nextDeparture());
		window.depart(now);
		return now;
	});
}

const shortestSpan = (times: readonly number[], count: number) =>
	Math.min(...times.slice(count - 1).map((time, index) => time - (times[index] ?? 0)));

describe('A rate window', () => {
	const perSecond = { requests: 12, windowMs: 1000 };

	it('lets the first request leave at once', () => {
		expect(departures(perSecond, [0])).toEqual([0]);
	});

	it('keeps any 13 departures more than a second apart, however the sender pauses', () => {
		const pauses = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3000 })), {
			minLength: 13,
			maxLength: 80,
		});
		fc.assert(
			fc.property(pauses, (list) => {
				expect(shortestSpan(departures(perSecond, list), 13)).toBeGreaterThan(1000);
			}),
		);
	});

	it('sends 100 requests within 1.05 times the 8.3 s that the limit asks for', () => {
		expect(departures(perSecond, Array<number>(100).fill(0)).at(-1)).toBeLessThan(8750);
	});

	it('spaces requests evenly instead of sending them in bunches', () => {
		const times = departures(perSecond, Array<number>(40).fill(0));
		expect(shortestSpan(times, 2)).toBeGreaterThan(75);
	});

	it('keeps 10 a minute too', () => {
		const times = departures({ requests: 10, windowMs: 60_000 }, Array<number>(31).fill(0));
		expect(shortestSpan(times, 11)).toBeGreaterThan(60_000);
		expect(times.at(-1)).toBeLessThan(3 * 60_000 * 1.05);
	});

	it('takes the first request after a pause to arrive 100 ms later, for it opens a connection', () => {
		const window = new RateWindow({ requests: 2, windowMs: 1000 });
		const leaveTwo = (begin: number) => {
			window.depart(begin);
			window.depart(begin + 1);
			return window.nextDeparture() - begin;
		};
		expect(leaveTwo(0)).toBeCloseTo(1120);
		expect(leaveTwo(3000)).toBeCloseTo(1020);
		expect(leaveTwo(6002)).toBeCloseTo(1120);
	});

	it('spaces a share of the limit as evenly as the whole', () => {
		const window = new RateWindow(perSecond);
		for (const at of [-500, 0]) window.depart(at);
		expect(window.nextDeparture(6)).toBeCloseTo((1020 / 6) * 0.97);
		expect(window.nextDeparture(0.5)).toBeCloseTo(2040);
	});

	it('widens the span in which a share leaves by the margin', () => {
		const window = new RateWindow(perSecond);
		for (let departure = -1; departure < 12; departure++) window.depart(departure);
		expect(window.nextDeparture()).toBeCloseTo(1020);
		expect(window.nextDeparture(12, 0.05)).toBeCloseTo(1050);
		expect(window.nextDeparture(6, 0)).toBeCloseTo(1006);
	});

	/** Every request leaves as soon as it may, but those so much later (ms) that are named. */
	const leaveLate = (count: number, late: ReadonlyMap<number, number>, share?: number): number[] => {
		const window = new RateWindow(perSecond);
		let now = 0;
		return Array.from({ length: count }, (_, request) => {
			now = Math.max(now, window.nextDeparture(share)) + (late.get(request) ?? 0);
			window.depart(now, share);
			return now;
		});
	};

	it('has those behind a late request catch up with the even spacing, each a little closer', () => {
		const inTime = leaveLate(60, new Map());
		const late = leaveLate(60, new Map([[30, 100]]));
		const behind = late.map((at, request) => Math.round(at - (inTime[request] ?? NaN)));
		expect(behind.slice(29, 35)).toEqual([0, 100, 52, 3, 0, 0]);
		// A second after it, the limit has the same request wait again, and no other.
		expect(behind.slice(41, 47)).toEqual([0, 100, 52, 3, 0, 0]);
	});

	it('catches up nothing when others have a part of the limit', () => {
		const inTime = leaveLate(30, new Map(), 6);
		const late = leaveLate(30, new Map([[20, 100]]), 6);
		expect((late[24] ?? NaN) - (inTime[24] ?? NaN)).toBeGreaterThan(60);
	});

	it('takes whoever sent nothing for a while not for late, but for a beginner', () => {
		const after = leaveLate(15, new Map([[5, 900]])).slice(5);
		const gaps = after.slice(1).map((at, index) => at - (after[index] ?? 0));
		// Of the 900 ms, 300 are caught up, in steps of 48: seven requests come closer, the next two evenly.
		expect(gaps.map((gap) => gap < 80)).toEqual([...Array<boolean>(7).fill(true), false, false]);
		expect((after[4] ?? NaN) - (after[0] ?? NaN)).toBeGreaterThan(120);
	});

	it('lets another leave in the stead of one that the service did not count, no sooner than evenly', () => {
		const window = new RateWindow(perSecond);
		const [first] = [0, 90, 180, 270].map((at) => window.depart(at, 3));
		expect(window.nextDeparture(3)).toBeCloseTo(1110);
		if (first) window.forget(first);
		const last = window.depart(1110, 3);
		window.forget(last);
		expect(window.nextDeparture(3)).toBeCloseTo(1110 + (1020 / 3) * 0.97);
	});

	it('forgets nothing in the stead of a request that it does not know', () => {
		const window = new RateWindow(perSecond);
		const departures = [0, 100, 200].map((at) => window.depart(at));
		window.forget({ at: 100 });
		expect(window.countBefore(window.depart(300), 1)).toBe(3);
		const [first] = departures;
		if (first) window.forget(first);
		expect(window.countBefore(window.depart(400), 1)).toBe(3);
	});

	it('counts what left in up to three windows before a request, forgotten ones aside', () => {
		const window = new RateWindow({ requests: 4, windowMs: 1000 });
		const [, , , forgotten] = [-2000, 0, 900, 1500, 1999].map((at) => window.depart(at));
		const last = window.depart(2000);
		expect([1, 2, 3].map((windows) => window.countBefore(last, windows))).toEqual([2, 3, 4]);
		if (forgotten) window.forget(forgotten);
		expect([1, 2, 3].map((windows) => window.countBefore(last, windows))).toEqual([1, 2, 3]);
	});

	it('counts the first request after a pause by when it is taken to arrive', () => {
		const window = new RateWindow(perSecond);
		window.depart(0);
		expect(window.countBefore(window.depart(1099), 1)).toBe(1);
		expect(window.countBefore(window.depart(1100), 1)).toBe(1);
	});

	it('spaces from when a request left that was put off', () => {
		const window = new RateWindow(perSecond);
		const departure = window.depart(0);
		departure.at = 5000;
		expect(window.nextDeparture()).toBeCloseTo(5000 + (1020 / 12) * 0.97);
	});
});
