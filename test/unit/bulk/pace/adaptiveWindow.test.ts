import { AdaptiveWindow } from '../../../../bulk/pace/adaptiveWindow';
import type { Departure } from '../../../../bulk/pace/rateWindow';

describe('A rate window that learns from refusals', () => {
	let window: AdaptiveWindow;
	let now: number;

	beforeEach(() => {
		window = new AdaptiveWindow({ requests: 12, windowMs: 1000 });
		now = 0;
	});

	/** Lets so many leave, each as soon as it may. */
	const leave = (count: number): Departure[] =>
		Array.from({ length: count }, () => {
			now = Math.max(now, window.nextDeparture(now));
			return window.depart(now);
		});
	const refuse = (departure: Departure | undefined) => {
		if (departure) window.refused(departure, now, -Infinity);
	};
	const spanOfTwelve = () => {
		const [first, ...others] = leave(13);
		return (others.at(-1)?.at ?? 0) - (first?.at ?? 0);
	};

	it('begins with a margin of two percent, however long answers take', () => {
		leave(40);
		now += 0.001;
		window.accepted(now + 30_000);
		expect(spanOfTwelve()).toBeCloseTo(1020, 0);
	});

	it('widens the margin when it was refused though all of the limit was its own', () => {
		refuse(leave(30).at(-1));
		leave(13);
		expect(spanOfTwelve()).toBeCloseTo(1030, 0);
	});

	it('narrows it again with accepted requests, slowly', () => {
		refuse(leave(30).at(-1));
		for (let accepted = 0; accepted < 200; accepted++) window.accepted(now);
		leave(13);
		expect(spanOfTwelve()).toBeCloseTo(1025, 0);
	});

	it('widens it too when the first of a second is what opened the connection', () => {
		refuse(leave(13).at(-1));
		leave(13);
		expect(spanOfTwelve()).toBeCloseTo(1030, 0);
	});

	it('does not narrow it while it sends less than the limit allows', () => {
		refuse(leave(30).at(-1));
		now += 60_000;
		// Six of twelve were accepted, so others have the rest.
		refuse(leave(7).at(-1));
		for (let accepted = 0; accepted < 400; accepted++) window.accepted(now);
		now += 60_000;
		leave(13);
		expect(spanOfTwelve()).toBeCloseTo(1030, 0);
	});

	it('keeps to what was accepted in the last second when others had the rest of the limit', () => {
		refuse(leave(7).at(-1));
		const [first, , , , , , seventh] = leave(7);
		expect((seventh?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(960);
		expect((seventh?.at ?? 0) - (first?.at ?? 0)).toBeLessThan(1020);
	});

	it('averages over three seconds, so that chance does not take a share away', () => {
		refuse(leave(7).at(-1));
		leave(20);
		// Two of the last six are refused, of the last eighteen as well.
		const [early, late] = leave(3);
		refuse(early);
		const before = now;
		refuse(late);
		const gap = window.nextDeparture(before) - before;
		expect(gap).toBeLessThan(1020 / 5);
	});

	it('learns once from requests that had left before it knew', () => {
		const together = leave(4);
		now += 50;
		for (const departure of together) refuse(departure);
		const begin = window.nextDeparture(now);
		window.depart(begin);
		expect(window.nextDeparture(begin) - begin).toBeGreaterThan((1020 / 8.5) * 0.97);
		expect(window.nextDeparture(begin) - begin).toBeLessThan((1020 / 8.3) * 0.97);
	});

	it('does not grow again before requests may leave', () => {
		const [only] = leave(1);
		if (only) window.refused(only, now, 30_000);
		now = 30_000;
		window.depart(now);
		expect(window.nextDeparture(now) - now).toBeCloseTo((1020 / 8.4) * 0.97);
	});
});
