import { FailedShare } from '../../../bulk/failedShare';

const rows = (failed: number, others: number, status = 'created') => ({
	results: Array.from({ length: failed + others }, (_, itemIndex) => ({
		itemIndex,
		result: { status: itemIndex < failed ? 'failed' : status },
	})),
	failed: [],
});

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

	it('counts the rows of a request that failed', () => {
		const share = new FailedShare(50);
		const failure = { kind: 'refused' as const, attempts: 1, mayHaveBeenApplied: false };
		const itemIndexes = Array.from({ length: 100 }, (_, itemIndex) => itemIndex);
		share.note({ results: [], failed: [{ failure, group: '', itemIndexes }] });
		expect(share.isOpen()).toBe(false);
		expect(share.isTooLarge()).toBe(true);
	});

	it.each(['suppressed', 'not_sent'])('is not made smaller by rows that nobody wanted sent: %s', (status) => {
		const share = new FailedShare(50);
		share.note(rows(0, 500, status));
		expect(share.isOpen()).toBe(true);
		share.note(rows(60, 40));
		expect(share.isTooLarge()).toBe(true);
	});
});
