import fc from 'fast-check';
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

	it('slows down by half with a refusal, eightfold at most, and is back after as many successes', () => {
		const gapAfter = (refusals: number, successes: number) => {
			const window = new RateWindow(perSecond);
			for (let refusal = 0; refusal < refusals; refusal++) window.slowDown();
			for (let success = 0; success < successes; success++) window.arrive({ at: 0 }, 0);
			window.depart(0);
			return window.nextDeparture();
		};
		const even = gapAfter(0, 0);
		expect(gapAfter(1, 0)).toBeCloseTo(even * 1.5);
		expect(gapAfter(50, 0)).toBeCloseTo(even * 8);
		expect(gapAfter(1, 14)).toBeCloseTo(even);
		expect(gapAfter(0, 14)).toBeCloseTo(even);
	});

	it('begins the second of a request later when its answer shows that it arrived later', () => {
		const thirteenthAfter = (roundTripMs: number) => {
			const window = new RateWindow(perSecond);
			for (const before of [-9000, -8000, -7000]) window.arrive(window.depart(before), before + 200);
			const first = window.depart(0);
			for (let other = 1; other < 12; other++) window.depart(other);
			window.arrive(first, roundTripMs);
			return window.nextDeparture();
		};
		expect(thirteenthAfter(200)).toBe(1035);
		expect(thirteenthAfter(215)).toBe(1035);
		expect(thirteenthAfter(250)).toBe(1070);
		expect(thirteenthAfter(9000)).toBeLessThan(2000);
	});
});
