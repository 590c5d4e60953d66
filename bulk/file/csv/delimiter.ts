import { countDelimiters } from './delimiterCounts';

/** The delimiters that are found out, in the order in which they count when the rows say the same of several. */
const candidates = ['\t', ';', '|', ','] as const;

/** What stands between two cells. */
export type Delimiter = (typeof candidates)[number];

/** When the first row has only one cell, so many of the others must agree on a delimiter. */
const agreement = 0.9;

/**
 * Finds out which delimiter a table has: the one of its first row that gives most other rows as many cells. If the first
 * row has none, one that gives nearly all others the same number of cells; otherwise the table has one column, and the
 * delimiter is the one that stands in the fewest of its rows.
 *
 * @param sample the beginning of the table
 */
export function findDelimiter(sample: string): Delimiter {
	const [first = [], ...others] = countDelimiters(sample, candidates);
	if (first.some((count) => count > 0)) {
		return best((index) => (first[index] === 0 ? -1 : share(others, index, first[index])));
	}
	const shares = candidates.map((_, index) => {
		const usual = mostFrequent(others.map((counts) => counts[index] ?? 0));
		return usual === 0 ? 0 : share(others, index, usual);
	});
	if (Math.max(...shares) >= agreement) return best((index) => shares[index] ?? 0);
	return best((index) => share(others, index, 0));
}

/** @returns the candidate with the highest score; of several the first */
function best(scoreOf: (index: number) => number): Delimiter {
	const scores = candidates.map((_, index) => scoreOf(index));
	return candidates[scores.indexOf(Math.max(...scores))] ?? ',';
}

/** @returns how many of the rows have the candidate so many times, between 0 and 1 */
function share(rows: ReadonlyArray<readonly number[]>, index: number, count: number | undefined): number {
	return rows.filter((counts) => counts[index] === count).length / Math.max(1, rows.length);
}

function mostFrequent(numbers: readonly number[]): number {
	const times = new Map<number, number>();
	for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1);
	const [usual] = [...times].sort(([, one], [, other]) => other - one)[0] ?? [0];
	return usual;
}
