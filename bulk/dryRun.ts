import { makeBatches } from './makeBatches';
import type { BatchService } from './batchService';
import type { Load, LoadEnd, Outcome } from './load';
import type { BulkRow, RowResult } from './rows';
import { resultOf, rowsToSend } from './rowsToSend';

/** What a load would be made of, without the way to the service. */
export interface DryRun<Payload> extends Pick<Load<Payload>, 'rows' | 'batchSize' | 'mostReadBehind'> {
	service: Pick<BatchService<Payload>, 'repeats' | 'foresee'>;
	/** Ends the run early; the rows that no outcome told of until then come to nothing. */
	signal?: AbortSignal;
	/** Called with each row that would be sent and against which nothing is known. */
	note?(row: BulkRow<Payload>): void;
}

/** How a dry run ended. */
export interface DryRunEnd extends LoadEnd {
	/** Requests that a load would send if none had to be sent again. */
	requests: number;
}

/**
 * Goes through rows as a load does, and sends nothing: the same rows are kept back, and the others make the same batches.
 * Each of those comes out `ready`, or `failed` when its refusal is known beforehand; either way with what would be sent.
 *
 * Memory holds what the batches do (`makeBatches`).
 *
 * @param tell is called with what would become of rows; it must not throw
 * @returns when all rows are read. Nothing is thrown: what reading them throws is in the end.
 */
export async function dryRun<Payload>(
	{ rows, batchSize, mostReadBehind, service, signal, note }: DryRun<Payload>,
	tell: (outcome: Outcome) => void,
): Promise<DryRunEnd> {
	const tellResults = (results: Outcome['results']) =>
		tell({ results, failed: [], unsent: [], hadTooManyFailed: false });
	const resultFor = (row: BulkRow<Payload>): RowResult => {
		const { itemIndex, payload: wouldSend } = row;
		const refused = service.foresee?.(row);
		if (refused) return { ...resultOf({ itemIndex, refused }), wouldSend };
		note?.(row);
		return { status: 'ready', wouldSend };
	};
	const kept = (itemIndex: number, result: RowResult) => tellResults([{ itemIndex, result }]);
	const toSend = rowsToSend(rows, kept);
	let requests = 0;
	try {
		for await (const batch of makeBatches(toSend, batchSize, service.repeats, mostReadBehind)) {
			if (signal?.aborted) break;
			requests++;
			tellResults(batch.rows.map((row) => ({ itemIndex: row.itemIndex, result: resultFor(row) })));
		}
	} catch (error) {
		return { requests, readingEnded: { error } };
	}
	return { requests };
}
