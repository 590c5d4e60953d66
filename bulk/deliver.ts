import { halveBatch, type Batch, type Repeats } from './batches';
import type { Failure } from './failure';
import type { ServiceRequest } from './request';
import type { BulkRow, RowResult } from './rows';
import { send, type Channel } from './send';

/** How one service takes a batch: what the engine has to be told about it. */
export interface BatchService<Payload> {
	/** The request that carries these rows; the same rows under the same number make the same request. */
	request(batch: Batch<Payload>): ServiceRequest;
	/** One result per row of the batch, in the order of its rows, from the body of a successful answer. */
	results(batch: Batch<Payload>, body: unknown): RowResult[];
	/** What becomes of rows with one order key; `apart` unless it is said. */
	repeats?: Repeats;
	/** The result of a row that is alone too large for the service. */
	tooLarge(row: BulkRow<Payload>): RowResult;
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
}

/**
 * Brings one batch to the service: sends it, halves it when it is too large, and sends the rows once more that the
 * service blames on itself, as a batch of their own under a key of their own.
 *
 * @param closing aborted when requests of its group are not worth sending any more
 */
export async function deliver<Payload>(
	batch: Batch<Payload>,
	service: BatchService<Payload>,
	channel: Channel,
	closing: AbortSignal,
): Promise<Delivery> {
	const first = await deliverOnce(batch, service, channel, closing);
	const again = new Set(
		first.results.filter(({ result }) => result.worthRetrying).map(({ itemIndex }) => itemIndex),
	);
	if (again.size === 0 || channel.policy.maxRetries === 0) return first;
	const retry = { ...batch, number: `${batch.number}.again`, rows: withLaterRows(batch.rows, again) };
	const second = await deliverOnce(retry, service, channel, closing);
	// A second try that came to nothing leaves the rows with the answer they have.
	const better = new Map(second.results.map(({ itemIndex, result }) => [itemIndex, result]));
	const results = first.results.map(({ itemIndex, result }) => ({
		itemIndex,
		result: (again.has(itemIndex) && better.get(itemIndex)) || result,
	}));
	return { ...first, results };
}

/** Adds the later rows of the same contacts, so that the last one still wins when an earlier one is sent after it. */
function withLaterRows<Payload>(
	rows: ReadonlyArray<BulkRow<Payload>>,
	chosen: ReadonlySet<number>,
): Array<BulkRow<Payload>> {
	const keys = new Set<string>();
	return rows.filter(({ itemIndex, orderKey }) => {
		const isChosen = chosen.has(itemIndex);
		if (isChosen && orderKey !== undefined) keys.add(orderKey);
		return isChosen || (orderKey !== undefined && keys.has(orderKey));
	});
}

async function deliverOnce<Payload>(
	batch: Batch<Payload>,
	service: BatchService<Payload>,
	channel: Channel,
	closing: AbortSignal,
): Promise<Delivery> {
	if (closing.aborted) return { results: [], failed: [] };
	const outcome = await send(service.request(batch), channel, closing);
	if (outcome.ok) {
		const results = service.results(batch, outcome.answer.body);
		return { results: pairUp(batch, results), failed: [] };
	}
	const { failure } = outcome;
	if (failure.attempts === 0) return { results: [], failed: [] };
	if (failure.kind !== 'tooLarge') {
		const itemIndexes = batch.rows.map((row) => row.itemIndex);
		return { results: [], failed: [{ failure, group: batch.group, itemIndexes }] };
	}
	const halves = halveBatch(batch);
	if (!halves) return { results: pairUp(batch, batch.rows.map(service.tooLarge)), failed: [] };
	const [left, right] = halves;
	const before = await deliverOnce(left, service, channel, closing);
	const after = await deliverOnce(right, service, channel, closing);
	return {
		results: [...before.results, ...after.results],
		failed: [...before.failed, ...after.failed],
	};
}

function pairUp<Payload>(batch: Batch<Payload>, results: readonly RowResult[]): Delivery['results'] {
	return batch.rows.flatMap(({ itemIndex }, position) => {
		const result = results[position];
		return result ? { itemIndex, result } : [];
	});
}
