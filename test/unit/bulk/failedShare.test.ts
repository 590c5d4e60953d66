import { FailedShare } from '../../../bulk/failedShare';

const rows = (failed: number, created: number) =>
	Array.from({ length: failed + created }, (_, itemIndex) => ({
		itemIndex,
		result: { status: itemIndex < failed ? 'failed' : 'created' },
	}));

describe('The share of rows that failed', () => {
	it('is no matter when no limit is set', () => {
		const share = new FailedShare(undefined);
		share.note(rows(500, 0));
		expect(share.isTooLarge()).toBe(false);
		expect(share.isOpen()).toBe(false);
	});

	it('says nothing before 100 rows are known', () => {
		const share = new FailedShare(50);
		share.note(rows(99, 0));
		expect(share.isTooLarge()).toBe(false);
		expect(share.isOpen()).toBe(true);
		share.note(rows(1, 0));
		expect(share.isTooLarge()).toBe(true);
		expect(share.isOpen()).toBe(false);
	});

	it('is too large above the limit, not at it, whenever that comes', () => {
		const share = new FailedShare(30);
		share.note(rows(30, 70));
		expect(share.isTooLarge()).toBe(false);
		share.note(rows(1, 0));
		expect(share.isTooLarge()).toBe(true);
	});
});
