import type { RowResult } from './rows';

/** The result of a row that the service's answer leaves out. */
export const noResult: RowResult = {
	status: 'failed',
	problem: {
		code: 'NO_RESULT',
		message: 'The answer says nothing about this row. It may be in; running it again is safe.',
	},
};

/**
 * Matches results to rows by the index that the service gives, not by their order in the answer.
 *
 * @param rowCount rows in the batch
 * @param answered results with their index in the batch, in any order; one outside the batch is ignored
 * @returns one result per row; `NO_RESULT` for a row that the answer leaves out
 */
export function matchByIndex(
	rowCount: number,
	answered: ReadonlyArray<{ index: number; result: RowResult }>,
): RowResult[] {
	const results = new Array<RowResult>(rowCount).fill(noResult);
	for (const { index, result } of answered) {
		if (index >= 0 && index < rowCount) results[index] = result;
	}
	return results;
}

/**
 * Matches results to rows by what identifies the contact, for a service whose answer has no index.
 *
 * @param keys of the rows in the batch, in the same spelling as those of the answer
 * @param answered results with their key, in the order of the answer
 * @param missing the result of a row that the answer leaves out
 * @returns one result per row: the nth row of a contact gets the nth result of that contact, and the last one when
 * there are fewer results than rows
 */
export function matchByKey(
	keys: readonly string[],
	answered: ReadonlyArray<{ key: string; result: RowResult }>,
	missing: RowResult,
): RowResult[] {
	const waiting = new Map<string, RowResult[]>();
	for (const { key, result } of answered) {
		const known = waiting.get(key);
		if (known) known.push(result);
		else waiting.set(key, [result]);
	}
	return keys.map((key) => {
		const results = waiting.get(key);
		return (results && results.length > 1 ? results.shift() : results?.[0]) ?? missing;
	});
}
