import { LatestByKey } from '../../../bulk/latestByKey';

const phone = (number: number) => `+5255${String(10_000_000 + number)}`;

describe('The latest number by key', () => {
	it('is the last that was set, and none for a key that never was', () => {
		const latest = new LatestByKey();
		latest.set('+525510000001', 3);
		latest.set('+525510000002', 0);
		latest.set('+525510000001', 7);
		expect(latest.get('+525510000001')).toBe(7);
		expect(latest.get('+525510000002')).toBe(0);
		expect(latest.get('+525510000003')).toBeUndefined();
		expect(latest.get('')).toBeUndefined();
	});

	it('is right for many phone numbers, but for the few that share a hash', () => {
		const latest = new LatestByKey();
		const count = 50_000;
		for (let number = 0; number < count; number++) latest.set(phone(number), number);
		let wrong = 0;
		let taken = 0;
		for (let number = 0; number < count; number++) {
			if (latest.get(phone(number)) !== number) wrong++;
			if (latest.get(phone(number + count)) !== undefined) taken++;
		}
		expect(wrong).toBeLessThan(10);
		expect(taken).toBeLessThan(10);
	});
});
