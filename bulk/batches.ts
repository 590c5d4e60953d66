import type { BulkRow, ReadUpTo } from './rows';

/** Rows that share a request. */
export interface Batch<Payload> {
	group: string;
	/** Its place among the batches of its group: '0', '1', ...; parts of one are '1.0', '1.1'. */
	number: string;
	rows: Array<BulkRow<Payload>>;
	/**
	 * The earlier requests that held one of its contacts, each with what came of it. What this batch brings about
	 * depends on them, and so does its idempotency key.
	 */
	after?: readonly string[];
}

/**
 * What becomes of rows with one order key in one batch: kept `apart`, each in a batch of its own; or `together`, for
 * a request that names each contact once anyway, so that they share it and its result.
 */
export type Repeats = 'apart' | 'together';

/** The batch of a group that is being filled. */
class Filling<Payload> {
	private nextNumber = 0;
	private rows: Array<BulkRow<Payload>> = [];
	private repeats: Array<BulkRow<Payload>> = [];
	private keys = new Set<string>();

	constructor(
		private readonly group: string,
		private readonly size: number,
		private readonly ofOneContact: Repeats,
	) {}

	add(row: BulkRow<Payload>): void {
		if (this.ofOneContact === 'apart' && row.orderKey !== undefined && this.keys.has(row.orderKey)) {
			this.repeats.push(row);
		} else {
			if (row.orderKey !== undefined) this.keys.add(row.orderKey);
			this.rows.push(row);
		}
	}

	holds(orderKey: string): boolean {
		return this.keys.has(orderKey);
	}

	isEmpty(): boolean {
		return this.rows.length === 0;
	}

	isFull(): boolean {
		return this.rows.length >= this.size || this.repeats.length >= this.size;
	}

	/** The row that has waited longest: of those held back, the first has moved up already. */
	get oldest(): number | undefined {
		return this.rows[0]?.itemIndex;
	}

	/** @returns the batch as far as it is filled; of the rows held back, one of each contact opens the next one */
	take(): Batch<Payload> {
		const batch = { group: this.group, number: String(this.nextNumber++), rows: this.rows };
		const heldBack = this.repeats;
		this.rows = [];
		this.repeats = [];
		this.keys = new Set();
		for (const row of heldBack) this.add(row);
		return batch;
	}
}

/**
 * Groups rows into batches, in order, each of one group and of at most `size` rows.
 *
 * What becomes of a contact that stands twice in one request is rarely documented. So, unless the service wants them
 * together, rows with one key never share a request: each later one waits for one of the group's next batches.
 *
 * @param size rows per batch, at least 1
 * @param repeats what becomes of rows with one order key
 * @param mostReadBehind rows that may be read behind one that waits for its batch to be filled: when there are more, it
 * leaves in a batch as it is. Which rows share a batch depends on nothing but the rows
 * @returns the batches, each as soon as it is full; memory holds one batch per group, and as many repeated rows
 */
export async function* makeBatches<Payload>(
	rows: AsyncIterable<BulkRow<Payload> | ReadUpTo>,
	size: number,
	repeats: Repeats = 'apart',
	mostReadBehind = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<Batch<Payload>> {
	const fillings = new Map<string, Filling<Payload>>();
	const holders = new Map<string, Filling<Payload>>();

	const take = (filling: Filling<Payload>): Batch<Payload> => {
		const batch = filling.take();
		for (const { orderKey } of batch.rows) {
			if (orderKey !== undefined && !filling.holds(orderKey)) holders.delete(orderKey);
		}
		return batch;
	};

	function* takeOld(filling: Filling<Payload>, readUpTo: number): Generator<Batch<Payload>> {
		while (readUpTo - (filling.oldest ?? readUpTo) > mostReadBehind) yield take(filling);
	}

	for await (const row of rows) {
		if ('readUpTo' in row) {
			for (const filling of fillings.values()) yield* takeOld(filling, row.readUpTo);
			continue;
		}
		const filling = fillings.get(row.group) ?? new Filling<Payload>(row.group, size, repeats);
		fillings.set(row.group, filling);
		if (row.orderKey !== undefined) {
			// The same contact waits in another group's batch: that one has to leave first.
			const holder = holders.get(row.orderKey);
			while (holder && holder !== filling && !holder.isEmpty()) yield take(holder);
			holders.set(row.orderKey, filling);
		}
		filling.add(row);
		while (filling.isFull()) yield take(filling);
		yield* takeOld(filling, row.itemIndex);
	}
	for (const filling of fillings.values()) {
		while (!filling.isEmpty()) yield take(filling);
	}
}

/**
 * Cuts a batch in two, for a service that found it too large.
 *
 * @returns two batches that together hold its rows in order, or undefined when a single row is left
 */
export function halveBatch<Payload>(batch: Batch<Payload>): [Batch<Payload>, Batch<Payload>] | undefined {
	if (batch.rows.length < 2) return undefined;
	const middle = Math.ceil(batch.rows.length / 2);
	const part = (number: number, rows: Array<BulkRow<Payload>>) => ({
		...batch,
		number: `${batch.number}.${number}`,
		rows,
	});
	return [part(0, batch.rows.slice(0, middle)), part(1, batch.rows.slice(middle))];
}
