import { LatestByKey } from '../../../bulk/latestByKey';

const orderKey = (number: number) => `1 ${String(10_000_000 + number)}`;

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

	it('is right for each of many phone numbers: with half the bits, a dozen of these were taken for others', () => {
		const latest = new LatestByKey();
		const count = 400_000;
		for (let number = 0; number < count; number++) latest.set(orderKey(number), number);
		let wrong = 0;
		for (let number = 0; number < count; number++) {
			if (latest.get(orderKey(number)) !== number) wrong++;
		}
		expect(wrong).toBe(0);
		expect(latest.get(orderKey(count))).toBeUndefined();
	});
});
