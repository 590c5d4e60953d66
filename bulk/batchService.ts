import type { Batch, Repeats } from './batches';
import type { Failure } from './request/failure';
import type { ServiceRequest } from './request/request';
import type { BulkRow, RefusedRow, RowResult } from './rows';

/** How one service takes a batch: what the engine has to be told about it. */
export interface BatchService<Payload> {
	/** The request that carries these rows; the same rows under the same number make the same request. */
	request(batch: Batch<Payload>): ServiceRequest;
	/** One result per row of the batch, in the order of its rows, from the body of a successful answer. */
	results(batch: Batch<Payload>, body: unknown): RowResult[];
	/** What becomes of rows with one order key; `apart` unless it is said. */
	repeats?: Repeats;
	/**
	 * Says of a row, before anything is sent, that the service will refuse it, in the words of that refusal. Only a trial
	 * asks: a load leaves the judgement to the service.
	 */
	foresee?(row: BulkRow<Payload>): RefusedRow['refused'] | undefined;
	/** The result of a row that is alone too large for the service. */
	tooLarge(row: BulkRow<Payload>): RowResult;
	/**
	 * The rows that a refusal of the whole batch blames, by their place in it, each with its result; none when the
	 * refusal is about something else. The others are sent once without them.
	 */
	blamedRows?(batch: Batch<Payload>, failure: Failure): ReadonlyMap<number, RowResult>;
}

/** A request that finally failed, with the rows that were in it. */
export interface FailedBatch {
	failure: Failure;
	group: string;
	itemIndexes: number[];
}

/** What became of a batch. A row that is in neither list was not sent. */
export interface Delivery {
	results: Array<{ itemIndex: number; result: RowResult }>;
	failed: FailedBatch[];
	/** Whether the service carried out a request for it: a refusal that blames rows tells nothing of how it is. */
	isCarriedOut: boolean;
	/** The requests with an idempotency key that were sent for it: each key, with whether it was answered. */
	requests: string[];
}
