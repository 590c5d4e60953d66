import { halveBatch, type Batch, type Repeats } from './batches';
import { traitsOf, type Failure } from './request/failure';
import type { ServiceRequest } from './request/request';
import { noResult } from './results';
import type { BulkRow, RowResult } from './rows';
import { send, type Client } from './request/send';

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
	/** The requests with an idempotency key that were sent for it: each key, with whether it was answered. */
	requests: string[];
}

/**
 * Brings one batch to the service: sends it, halves it when it is too large, and sends the rows once more that the
 * service blames on itself, as a batch of their own under a key of their own.
 *
 * @param closing aborted when requests of its group are not worth sending any more
 * @returns what became of it. Nothing is thrown: what the service object throws is a failure of its rows.
 */
export async function deliver<Payload>(
	batch: Batch<Payload>,
	service: BatchService<Payload>,
	client: Client,
	closing: AbortSignal,
): Promise<Delivery> {
	const first = await deliverOnce(batch, service, client, closing);
	const again = new Set(
		first.results.filter(({ result }) => result.isTransient).map(({ itemIndex }) => itemIndex),
	);
	if (again.size === 0 || client.policy.maxRetries === 0) return first;
	const retry = {
		...batch,
		number: `${batch.number}.again`,
		rows: withLaterRows(batch.rows, again),
		after: [...(batch.after ?? []), ...first.requests],
	};
	const second = await deliverOnce(retry, service, client, closing);
	// A second try that came to nothing leaves the rows with the answer they have.
	const better = new Map(second.results.map(({ itemIndex, result }) => [itemIndex, result]));
	const results = first.results.map(({ itemIndex, result }) => ({
		itemIndex,
		result: (again.has(itemIndex) && better.get(itemIndex)) || result,
	}));
	return { ...first, results, requests: [...first.requests, ...second.requests] };
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
	client: Client,
	closing: AbortSignal,
): Promise<Delivery> {
	if (closing.aborted) return { results: [], failed: [], requests: [] };
	const request = await attempt(() => service.request(batch));
	if ('thrown' in request) {
		// JavaScript has no text beyond half a gigabyte: to encode such a batch throws a RangeError.
		if (request.thrown.name === 'RangeError') return await deliverHalves(batch, service, client, closing);
		return lost(batch, unexpected(request.thrown, false));
	}
	const { idempotencyKey } = request.value;
	const sent = await attempt(() => send(request.value, client, closing));
	const outcome =
		'value' in sent ? sent.value : { ok: false as const, failure: unexpected(sent.thrown, true) };
	if (outcome.ok) {
		const requests = idempotencyKey === undefined ? [] : [idempotencyKey];
		const results = await attempt(() => service.results(batch, outcome.response.body));
		if ('value' in results) return { results: pairUp(batch, results.value), failed: [], requests };
		return { ...lost(batch, unexpected(results.thrown, true)), requests };
	}
	const { failure } = outcome;
	if (failure.attempts === 0) return { results: [], failed: [], requests: [] };
	if (failure.kind === 'tooLarge') return await deliverHalves(batch, service, client, closing);
	// A request whose end is unknown may be carried out after all, when an equal one is sent another time.
	const requests = idempotencyKey === undefined ? [] : [`${idempotencyKey} ${failure.kind}`];
	return { ...lost(batch, failure), requests };
}

async function deliverHalves<Payload>(
	batch: Batch<Payload>,
	service: BatchService<Payload>,
	client: Client,
	closing: AbortSignal,
): Promise<Delivery> {
	const halves = halveBatch(batch);
	if (!halves) {
		const results = await attempt(() => batch.rows.map((row) => service.tooLarge(row)));
		if ('value' in results) return { results: pairUp(batch, results.value), failed: [], requests: [] };
		return lost(batch, unexpected(results.thrown, false));
	}
	const [left, right] = halves;
	const before = await deliverOnce(left, service, client, closing);
	if (before.failed.some(({ failure }) => traitsOf(failure.kind).ends !== 'nothing')) return before;
	const after = await deliverOnce(right, service, client, closing);
	return {
		results: [...before.results, ...after.results],
		failed: [...before.failed, ...after.failed],
		requests: [...before.requests, ...after.requests],
	};
}

function lost({ group, rows }: Batch<unknown>, failure: Failure): Delivery {
	const itemIndexes = rows.map(({ itemIndex }) => itemIndex);
	return { results: [], failed: [{ failure, group, itemIndexes }], requests: [] };
}

/** Lets a service object work; what it throws is a fault of its own, and costs the rows of this batch only. */
async function attempt<Value>(
	work: () => Value | Promise<Value>,
): Promise<{ value: Value } | { thrown: Error }> {
	try {
		return { value: await work() };
	} catch (error) {
		return { thrown: error instanceof Error ? error : new Error(String(error)) };
	}
}

function unexpected({ message }: Error, mayHaveBeenApplied: boolean): Failure {
	return { kind: 'unexpected', trouble: message, attempts: 1, mayHaveBeenApplied };
}

function pairUp<Payload>(batch: Batch<Payload>, results: readonly RowResult[]): Delivery['results'] {
	return batch.rows.map(({ itemIndex }, position) => ({ itemIndex, result: results[position] ?? noResult }));
}
