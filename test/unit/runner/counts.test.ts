import { add, closingLine, none, skippedIsFailed } from '../../../scripts/test/counts';

describe('The last line of npm test', () => {
	it('says how many tests passed and failed', () => {
		expect(closingLine({ passed: 812, failed: 0, skipped: [] })).toBe('812 passed, 0 failed');
	});

	it('counts what was skipped', () => {
		const counts = { passed: 812, failed: 1, skipped: ['queue mode: one', 'queue mode: two'] };
		expect(closingLine(counts)).toBe('812 passed, 1 failed, 2 skipped');
	});

	it('counts in CI what was skipped as failed', () => {
		const counts = { passed: 812, failed: 1, skipped: ['queue mode: one', 'queue mode: two'] };
		expect(closingLine(skippedIsFailed(counts))).toBe('812 passed, 3 failed');
	});

	it('sums up all steps', () => {
		const unit = { passed: 700, failed: 0, skipped: [] };
		const real = { passed: 40, failed: 2, skipped: ['queue mode: one'] };
		expect(add(add(none, unit), real)).toEqual({ passed: 740, failed: 2, skipped: ['queue mode: one'] });
	});
});
