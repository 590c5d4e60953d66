import type { FailureKind } from '../../../../bulk/request/failure';
import { nextStep, type Attempted, type NextStep } from '../../../../bulk/request/retryPolicy';

const policy = { maxRetries: 5, maxTotalWaitMs: 300_000 };
const first: Attempted = {
	kind: 'unavailable',
	throttles: 0,
	retries: 0,
	waitedMs: 0,
	mayHaveBeenApplied: false,
	retryable: true,
};
const step = (attempted: Partial<Attempted>, random = 0.5, maxRetries = policy.maxRetries) =>
	nextStep({ ...first, ...attempted }, { ...policy, maxRetries }, () => random);
const waitOf = (next: NextStep) => ('giveUp' in next ? NaN : next.waitMs);
const isRepeated = (attempted: Partial<Attempted>, maxRetries?: number) =>
	'waitMs' in step(attempted, 0.5, maxRetries);

describe('The retry policy', () => {
	it.each<[FailureKind, boolean, boolean]>([
		['unreachable', true, true],
		['unavailable', true, true],
		['unreadable', true, true],
		['throttled', true, true],
		['conflict', false, true],
		['tooLarge', false, false],
		['unauthorized', false, false],
		['forbidden', false, false],
		['notFound', false, false],
		['paymentRequired', false, false],
		['refused', false, false],
		['cancelled', false, false],
	])('for "%s": sent again %p, and when an attempt may have been carried out %p', (kind, plain, doubtful) => {
		expect(isRepeated({ kind })).toBe(plain);
		expect(isRepeated({ kind, mayHaveBeenApplied: true })).toBe(doubtful);
	});

	it('never repeats what is not retryable and may have been carried out', () => {
		expect(isRepeated({ retryable: false })).toBe(true);
		expect(isRepeated({ retryable: false, mayHaveBeenApplied: true })).toBe(false);
	});

	it('repeats a broken request as often as it may, and not at all when retries are off', () => {
		expect(isRepeated({ retries: 4 })).toBe(true);
		expect(isRepeated({ retries: 5 })).toBe(false);
		expect(isRepeated({}, 0)).toBe(false);
	});

	it('repeats once what was answered with something strange, and not at all when retries are off', () => {
		const strange = { kind: 'unreadable', hasOnlyStrange: true } as const;
		expect(isRepeated(strange)).toBe(true);
		expect(isRepeated({ ...strange, retries: 1 })).toBe(false);
		expect(isRepeated(strange, 0)).toBe(false);
	});

	it('does not count being asked to slow down, but ends it with retries switched off', () => {
		expect(isRepeated({ kind: 'throttled', retries: 5 })).toBe(true);
		expect(isRepeated({ kind: 'throttled' }, 0)).toBe(false);
	});

	it('waits a time that doubles from 1 s to 30 s, a random half of it off', () => {
		const between = (retries: number) =>
			[0, 1].map((random) => step({ retries }, random, 20)).map((next) => waitOf(next));
		expect([0, 1, 2, 3, 4, 5, 19].map(between)).toEqual([
			[500, 1000],
			[1000, 2000],
			[2000, 4000],
			[4000, 8000],
			[8000, 16_000],
			[15_000, 30_000],
			[15_000, 30_000],
		]);
		expect(step({ retries: 3 }, 0.25)).toEqual({ waitMs: 5000 });
	});

	it('counts only the outages for the wait after one, and only requests to slow down for the wait after those', () => {
		expect(step({ throttles: 5 }, 1)).toEqual({ waitMs: 1000 });
		const throttled = (throttles: number) => waitOf(step({ kind: 'throttled', throttles, retries: 4 }, 1));
		expect([0, 1, 2, 5].map(throttled)).toEqual([1000, 2000, 4000, 30_000]);
	});

	it.each<[FailureKind, boolean]>([
		['unavailable', false],
		['unreadable', true],
		['conflict', true],
	])(
		'waits for "%s" as long as for an outage, when the service says "at once"',
		(kind, mayHaveBeenApplied) => {
			const waits = [0, 1, 2, 3, 4].map((retries) =>
				step({ kind, mayHaveBeenApplied, retries, retryAfterMs: 0 }, 0),
			);
			expect(waits.map(waitOf).reduce((sum, wait) => sum + wait)).toBeGreaterThan(15_000);
		},
	);

	it('waits as long as the service asks', () => {
		expect(step({ kind: 'throttled', retryAfterMs: 7000 })).toEqual({ waitMs: 7000 });
		expect(step({ kind: 'throttled', throttles: 4, retryAfterMs: 1000 })).toEqual({ waitMs: 1000 });
		expect(step({ retryAfterMs: 12_000 })).toEqual({ waitMs: 12_000 });
	});

	it('leaves a wait beyond five minutes altogether to the person', () => {
		const giveUp = { giveUp: true };
		expect(step({ kind: 'throttled', retryAfterMs: 600_000 })).toEqual(giveUp);
		expect(step({ kind: 'unavailable', retryAfterMs: 600_000 })).toEqual(giveUp);
		expect(isRepeated({ kind: 'throttled', waitedMs: 299_000, retryAfterMs: 2000 })).toBe(false);
	});

	it('comes to an end with a service that always says "again at once"', () => {
		let waitedMs = 0;
		let throttles = 0;
		for (;;) {
			const next = step({ kind: 'throttled', throttles, waitedMs, retryAfterMs: 0 });
			if ('giveUp' in next) break;
			throttles++;
			waitedMs += next.waitMs;
			if (throttles > 10_000) throw new Error('There is no end to it');
		}
		expect(throttles).toBeLessThan(1000);
	});
});
