import type { FailureKind } from '../../../bulk/failure';
import { nextStep, type Attempted } from '../../../bulk/retryPolicy';

const policy = { maxRetries: 5, maxTotalWait: 300_000 };
const first: Attempted = {
	kind: 'unavailable',
	attempts: 1,
	retries: 0,
	waited: 0,
	mayBeDone: false,
	repeatable: true,
};
const step = (attempted: Partial<Attempted>, random = 0.5, maxRetries = policy.maxRetries) =>
	nextStep({ ...first, ...attempted }, { ...policy, maxRetries }, () => random);
const isRepeated = (attempted: Partial<Attempted>, maxRetries?: number) =>
	'waitMilliseconds' in step(attempted, 0.5, maxRetries);

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
		expect(isRepeated({ kind, mayBeDone: true })).toBe(doubtful);
	});

	it('never repeats what is not repeatable and may have been carried out', () => {
		expect(isRepeated({ repeatable: false })).toBe(true);
		expect(isRepeated({ repeatable: false, mayBeDone: true })).toBe(false);
	});

	it('repeats a broken request as often as it may, and not at all when retries are off', () => {
		expect(isRepeated({ retries: 4 })).toBe(true);
		expect(isRepeated({ retries: 5 })).toBe(false);
		expect(isRepeated({}, 0)).toBe(false);
	});

	it('does not count being asked to slow down, but ends it with retries switched off', () => {
		expect(isRepeated({ kind: 'throttled', retries: 5 })).toBe(true);
		expect(isRepeated({ kind: 'throttled' }, 0)).toBe(false);
	});

	it('waits a random part of a time that doubles from 1 s to 30 s', () => {
		const longest = (attempts: number) => step({ attempts }, 1);
		expect([1, 2, 3, 4, 5, 6, 20].map(longest)).toEqual(
			[1000, 2000, 4000, 8000, 16_000, 30_000, 30_000].map((waitMilliseconds) => ({ waitMilliseconds })),
		);
		expect(step({ attempts: 4 }, 0.25)).toEqual({ waitMilliseconds: 2000 });
	});

	it('waits exactly as long as the service asks', () => {
		expect(step({ kind: 'throttled', retryAfter: 7000 })).toEqual({ waitMilliseconds: 7000 });
		expect(step({ retryAfter: 12_000 })).toEqual({ waitMilliseconds: 12_000 });
	});

	it('leaves a wait beyond five minutes altogether to the person, and says how long it is', () => {
		const giveUp = { giveUp: true, comeBackInMilliseconds: 600_000 };
		expect(step({ kind: 'throttled', retryAfter: 600_000 })).toEqual(giveUp);
		expect(step({ kind: 'unavailable', retryAfter: 600_000 })).toEqual(giveUp);
		expect(isRepeated({ kind: 'throttled', waited: 299_000, retryAfter: 2000 })).toBe(false);
	});

	it('comes to an end with a service that always says "again at once"', () => {
		let waited = 0;
		let attempts = 0;
		for (;;) {
			attempts++;
			const next = step({ kind: 'throttled', attempts, waited, retryAfter: 0 });
			if ('giveUp' in next) break;
			waited += next.waitMilliseconds;
			if (attempts > 10_000) throw new Error('There is no end to it');
		}
		expect(attempts).toBeLessThan(1000);
	});
});
