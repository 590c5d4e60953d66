import { load, type Load, type LoadEnd, type Outcome } from './load';
import type { RowResult } from './rows';

/** What became of all rows of a load that fits into memory. */
export interface LoadReport extends LoadEnd, Pick<Outcome, 'failed' | 'unsent'> {
	/** By the index of the input item. */
	results: Map<number, RowResult>;
}

/**
 * Loads rows, and keeps what became of them.
 *
 * @returns what became of each row; nothing is thrown (`load`)
 */
export async function loadAndReport<Payload>(toLoad: Load<Payload>): Promise<LoadReport> {
	const report: LoadReport = { results: new Map(), failed: [], unsent: [] };
	const end = await load(toLoad, ({ results, failed, unsent }) => {
		for (const { itemIndex, result } of results) report.results.set(itemIndex, result);
		report.failed.push(...failed);
		report.unsent.push(...unsent);
	});
	return { ...report, ...end };
}
