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
	return await reportOf(async (tell) => await load(toLoad, tell));
}

/**
 * Keeps what became of the rows of a load, or of a trial.
 *
 * @param run tells of the rows, and returns how it ended
 */
export async function reportOf<End extends LoadEnd>(
	run: (tell: (outcome: Outcome) => void) => Promise<End>,
): Promise<LoadReport & End> {
	const report = {
		results: new Map<number, RowResult>(),
		failed: new Array<Outcome['failed'][number]>(),
		unsent: new Array<Outcome['unsent'][number]>(),
	};
	const end = await run(({ results, failed, unsent }) => {
		for (const { itemIndex, result } of results) report.results.set(itemIndex, result);
		report.failed.push(...failed);
		report.unsent.push(...unsent);
	});
	return { ...report, ...end };
}
