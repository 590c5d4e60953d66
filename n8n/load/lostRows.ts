import type { FailedBatch } from '../../bulk/batchService';
import type { LoadEnd, Outcome } from '../../bulk/load';
import type { LoadReport } from '../../bulk/loadReport';
import type { RowResult } from '../../bulk/rows';
import { problemOf } from '../formError';
import type { LoadMessages } from './failure';
import { notSent } from './tally';

/** Why a load ended before all was sent. */
export const tooManyFailed = 'More rows had failed than Options > Stop When Failed allows.';

/** Says of rows whose request failed, or that were not sent because of it, what became of them. */
export class LostRows {
	private readonly causes: FailedBatch[] = [];

	constructor(private readonly messages: LoadMessages) {}

	/**
	 * @param outcome in the order in which it became known: what was not sent is put down to what failed before
	 * @returns the results of its rows that have none. A request that finally failed makes its rows `failed`; what was not
	 * sent because of it says so
	 */
	resultsOf({
		failed,
		unsent,
		hadTooManyFailed,
	}: Omit<Outcome, 'results'>): Array<{ itemIndex: number; result: RowResult }> {
		const results: Array<{ itemIndex: number; result: RowResult }> = [];
		for (const batch of failed) {
			this.remember(batch);
			const result = lost(batch, this.messages);
			for (const itemIndex of batch.itemIndexes) results.push({ itemIndex, result });
		}
		for (const { group, itemIndexes } of unsent) {
			const cause = this.causes.find((batch) => batch.group === group) ?? this.causes[0];
			const result = toUnsent(cause, this.messages, hadTooManyFailed);
			for (const itemIndex of itemIndexes) results.push({ itemIndex, result });
		}
		return results;
	}

	/** The result of the rows of which no outcome told: they were not read, or not sent. */
	unread({ readingEnded, hadTooManyFailed }: LoadEnd): RowResult {
		if (readingEnded) return unreadable(readingEnded.error);
		return toUnsent(this.causes[0], this.messages, hadTooManyFailed);
	}

	/** One cause of each group tells enough. */
	private remember(batch: FailedBatch): void {
		if (!this.causes.some(({ group }) => group === batch.group)) this.causes.push(batch);
	}
}

/**
 * The results of all items, for On Error: Continue.
 *
 * @param itemCount input items
 */
export function resultsOfAllItems(
	report: LoadReport,
	messages: LoadMessages,
	itemCount: number,
): RowResult[] {
	const lostRows = new LostRows(messages);
	const { results: answered, failed, unsent, hadTooManyFailed = false } = report;
	const results = new Map(answered);
	for (const { itemIndex, result } of lostRows.resultsOf({ failed, unsent, hadTooManyFailed })) {
		results.set(itemIndex, result);
	}
	const unread = lostRows.unread(report);
	return Array.from({ length: itemCount }, (_, itemIndex) => results.get(itemIndex) ?? unread);
}

function lost(batch: FailedBatch, { service, participle, explain }: LoadMessages): RowResult {
	// What to do about it is told once, above the output: in a thousand rows of a table it would hide what happened.
	const { code, message } = explain(batch);
	const doubt = batch.failure.mayHaveBeenApplied
		? ` ${service} may have ${participle} the row all the same.`
		: '';
	return { status: 'failed', problem: { code, message: `${message}${doubt}` } };
}

/** Rows are read one by one, and one that cannot be read is refused: what ends the reading is a fault of ours. */
function unreadable(error: unknown): RowResult {
	const { code, message, advice } = problemOf(error);
	return { status: 'failed', problem: { code, message: `${message} ${advice}` } };
}

function toUnsent(
	cause: FailedBatch | undefined,
	messages: LoadMessages,
	hadTooManyFailed = false,
): RowResult {
	const isStopped = cause === undefined || cause.failure.kind === 'cancelled';
	const reason = hadTooManyFailed
		? `${tooManyFailed} Correct the earlier rows, and run this again.`
		: isStopped
			? 'The run was stopped.'
			: `An earlier request failed: ${messages.explain(cause).message}`;
	return { status: 'failed', problem: { code: notSent, message: `The row was not sent. ${reason}` } };
}
