import { FairShare } from '../../../../bulk/pace/fairShare';

describe('A fair share of a limit of 12 a second', () => {
	let share: FairShare;
	beforeEach(() => {
		share = new FairShare(12, 1000);
	});

	it('is the whole of it as long as nothing is refused', () => {
		expect(share.at(0)).toBe(12);
		expect(share.at(1e6)).toBe(12);
	});

	it('becomes what was accepted lately when a request is refused', () => {
		share.shrink(5, 7000, 7000);
		expect(share.at(7000)).toBe(5);
	});

	it('falls by a tenth at least, so that others find room', () => {
		share.shrink(12, 0, 0);
		expect(share.at(0)).toBeCloseTo(10.8);
	});

	it('falls by three tenths when hardly anything was accepted, which may have begun just now', () => {
		share.shrink(0, 0, 0);
		expect(share.at(0)).toBeCloseTo(8.4);
		share.shrink(1, 0, 0);
		expect(share.at(0)).toBeCloseTo(5.88);
	});

	it('is never less than one request in two seconds', () => {
		for (let refusal = 0; refusal < 50; refusal++) share.shrink(0, 0, 0);
		expect(share.at(0)).toBe(0.5);
	});

	it('grows slowly at first, then ever quicker, and is the whole again after ten seconds without refusal', () => {
		share.shrink(3, 0, 0);
		const grown = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((second) => share.at(second * 1000));
		expect(grown[1]).toBeLessThan(3.15);
		expect(grown[3]).toBeLessThan(3.4);
		const steps = grown.slice(1, 8).map((value, index) => value - (grown[index] ?? 0));
		expect([...steps].sort((a, b) => a - b)).toEqual(steps);
		expect(grown[8]).toBeLessThan(11);
		expect(grown[9]).toBe(12);
	});

	it('grows by the same for a small and a large one, so that they come to be equal', () => {
		const small = new FairShare(12, 1000);
		share.shrink(8, 0, 0);
		small.shrink(2, 0, 0);
		expect(share.at(4000) - 8).toBeCloseTo(small.at(4000) - 2);
	});

	it('does not grow before the service may be asked again', () => {
		share.shrink(3, 0, 60_000);
		expect(share.at(59_000)).toBe(3);
		expect(share.at(66_000)).toBeGreaterThan(3.5);
	});

	it('takes its time from the span of the limit', () => {
		const aMinute = new FairShare(10, 60_000);
		aMinute.shrink(5, 0, 0);
		expect(aMinute.at(10_000)).toBeLessThan(5.1);
		expect(aMinute.at(600_000)).toBe(10);
	});
});
