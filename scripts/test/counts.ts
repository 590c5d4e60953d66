/** What became of tests. */
export interface Counts {
	passed: number;
	failed: number;
	/** Names of those that were left out; each says why. */
	skipped: readonly string[];
}

export const none: Counts = { passed: 0, failed: 0, skipped: [] };

export function add(one: Counts, other: Counts): Counts {
	return {
		passed: one.passed + other.passed,
		failed: one.failed + other.failed,
		skipped: [...one.skipped, ...other.skipped],
	};
}

/** A test that is skipped where nobody reads along has failed. */
export function skippedIsFailed({ passed, failed, skipped }: Counts): Counts {
	return { passed, failed: failed + skipped.length, skipped: [] };
}

/** The last line of `npm test`, which programs read too: `12 passed, 0 failed`, or `12 passed, 0 failed, 3 skipped`. */
export function closingLine({ passed, failed, skipped }: Counts): string {
	const left = skipped.length === 0 ? '' : `, ${skipped.length} skipped`;
	return `${passed} passed, ${failed} failed${left}`;
}
