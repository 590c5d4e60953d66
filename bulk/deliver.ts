import { halveBatch, type Batch } from './batches';
import type { BatchService, Delivery } from './batchService';
import { traitsOf, type Failure } from './request/failure';
import { noResult } from './results';
import type { BulkRow, RowResult } from './rows';
import { send, type Client } from './request/send';

/**
 * Brings one batch to the service: sends it, halves it when it is too large, leaves out the rows that a refusal
 * blames, and sends the rows once more that the service blames on itself; each time as a batch under its own key.
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
	const attempts = new Attempts(service, client, closing);
	const first = await attempts.whole(batch);
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
	const second = await attempts.whole(retry);
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

const nothing: Delivery = { results: [], failed: [], isCarriedOut: false, requests: [] };

/** The attempts to bring a batch, or parts of it, to the service. */
class Attempts<Payload> {
	constructor(
		private readonly service: BatchService<Payload>,
		private readonly client: Client,
		private readonly closing: AbortSignal,
	) {}

	/** @param isComplete whether no row was left out of it yet, because a refusal blamed it */
	async whole(batch: Batch<Payload>, isComplete = true): Promise<Delivery> {
		if (this.closing.aborted) return nothing;
		const request = await attempt(() => this.service.request(batch));
		if ('thrown' in request) {
			// JavaScript has no text beyond half a gigabyte: to encode such a batch throws a RangeError.
			if (request.thrown.name === 'RangeError') return await this.halves(batch, isComplete);
			return lost(batch, unexpected(request.thrown, false));
		}
		const { idempotencyKey } = request.value;
		const sent = await attempt(() => send(request.value, this.client, this.closing));
		const outcome =
			'value' in sent ? sent.value : { ok: false as const, failure: unexpected(sent.thrown, true) };
		if (outcome.ok) {
			const requests = idempotencyKey === undefined ? [] : [idempotencyKey];
			const results = await attempt(() => this.service.results(batch, outcome.response.body));
			if ('value' in results) {
				return { results: pairUp(batch, results.value), failed: [], isCarriedOut: true, requests };
			}
			return { ...lost(batch, unexpected(results.thrown, true)), requests };
		}
		const { failure } = outcome;
		if (failure.attempts === 0) return nothing;
		if (failure.kind === 'tooLarge') return await this.halves(batch, isComplete);
		const blamed = await attempt(() => this.service.blamedRows?.(batch, failure));
		if ('value' in blamed && blamed.value && blamed.value.size > 0) {
			return await this.rest(batch, blamed.value, failure, isComplete);
		}
		// A request whose end is unknown may be carried out after all, when an equal one is sent another time.
		const requests = idempotencyKey === undefined ? [] : [`${idempotencyKey} ${failure.kind}`];
		return { ...lost(batch, failure), requests };
	}

	private async halves(batch: Batch<Payload>, isComplete: boolean): Promise<Delivery> {
		const halves = halveBatch(batch);
		if (!halves) {
			const results = await attempt(() => batch.rows.map((row) => this.service.tooLarge(row)));
			if ('value' in results) return { ...nothing, results: pairUp(batch, results.value) };
			return lost(batch, unexpected(results.thrown, false));
		}
		const [left, right] = halves;
		const before = await this.whole(left, isComplete);
		if (before.failed.some(({ failure }) => traitsOf(failure.kind).ends !== 'nothing')) return before;
		return merge(before, await this.whole(right, isComplete));
	}

	/** Sends the rows that a refusal does not blame, once: a service that then blames others refuses all of them. */
	private async rest(
		batch: Batch<Payload>,
		blamed: ReadonlyMap<number, RowResult>,
		failure: Failure,
		isComplete: boolean,
	): Promise<Delivery> {
		const rest = {
			...batch,
			number: `${batch.number}.rest`,
			rows: batch.rows.filter((_, at) => !blamed.has(at)),
		};
		const results = batch.rows.flatMap(({ itemIndex }, at) => {
			const result = blamed.get(at);
			return result ? { itemIndex, result } : [];
		});
		const told = { ...nothing, results };
		if (rest.rows.length === 0) return told;
		return merge(told, isComplete ? await this.whole(rest, false) : lost(rest, failure));
	}
}

function merge(one: Delivery, other: Delivery): Delivery {
	return {
		results: [...one.results, ...other.results],
		failed: [...one.failed, ...other.failed],
		isCarriedOut: one.isCarriedOut || other.isCarriedOut,
		requests: [...one.requests, ...other.requests],
	};
}

function lost({ group, rows }: Batch<unknown>, failure: Failure): Delivery {
	const itemIndexes = rows.map(({ itemIndex }) => itemIndex);
	return { ...nothing, failed: [{ failure, group, itemIndexes }] };
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
