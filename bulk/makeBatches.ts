import type { Batch, Repeats } from './batches';
import { RecentContacts } from './recentContacts';
import { RepeatedRows } from './repeatedRows';
import type { BulkRow, ReadUpTo } from './rows';

/**
 * A later row of a contact leaves so many batches after the one before, or together with the last ones. As it waits for
 * the answer about that one, a row that came sooner would hold up a whole batch: at 12 requests a second, 40 batches are
 * answers of three seconds. More would make it wait for longer at the end of a load.
 */
const batchesBetween = 40;

/** The batch of a group that is being filled. */
class Filling<Payload> {
	private nextNumber = 0;
	private rows: Array<BulkRow<Payload>> = [];
	/** The row that has waited for longest: not always the first, because a repeated row has waited before it. */
	oldest = Number.POSITIVE_INFINITY;

	constructor(private readonly group: string) {}

	add(row: BulkRow<Payload>): void {
		this.rows.push(row);
		this.oldest = Math.min(this.oldest, row.itemIndex);
	}

	get length(): number {
		return this.rows.length;
	}

	/** @returns the batch as far as it is filled */
	take(): Batch<Payload> {
		const batch = { group: this.group, number: String(this.nextNumber++), rows: this.rows };
		this.rows = [];
		this.oldest = Number.POSITIVE_INFINITY;
		return batch;
	}
}

/** Puts rows into batches, and later rows of a contact far enough behind the ones before. */
class Batching<Payload> {
	private readonly fillings = new Map<string, Filling<Payload>>();
	/** For each contact in a batch that is being filled, that batch. */
	private readonly holders = new Map<string, Filling<Payload>>();
	private readonly recent = new RecentContacts(batchesBetween);
	private readonly repeated = new RepeatedRows<Payload>();
	/** Contacts that are not recent any more. */
	private freed: string[] = [];

	constructor(
		private readonly size: number,
		private readonly repeats: Repeats,
	) {}

	*add(row: BulkRow<Payload>): Generator<Batch<Payload>> {
		const { orderKey } = row;
		if (orderKey !== undefined && (this.repeated.of(orderKey) || !this.mayEnter(orderKey, row.group))) {
			this.repeated.add(orderKey, row);
			return;
		}
		yield* this.enter(row);
		yield* this.releaseFreed();
	}

	/**
	 * Lets rows leave behind which many have been read. A repeated row gets into a batch when half as many have, so
	 * that this batch can still be filled up.
	 */
	*leaveOld(readUpTo: number, mostReadBehind: number): Generator<Batch<Payload>> {
		if (readUpTo * 2 <= mostReadBehind) return;
		for (;;) {
			const { oldest } = this.repeated;
			if (
				oldest &&
				(readUpTo - oldest.row.itemIndex) * 2 > mostReadBehind &&
				!this.holders.has(oldest.orderKey)
			) {
				this.repeated.remove(oldest.orderKey);
				yield* this.enter(oldest.row);
			} else {
				const old = [...this.fillings.values()].find((filling) => readUpTo - filling.oldest > mostReadBehind);
				if (!old) return;
				yield this.take(old);
			}
			yield* this.releaseFreed();
		}
	}

	/**
	 * Lets all rows leave: the repeated ones with the last ones. If one more request is needed anyway, because these hold
	 * such a contact, then all repeated ones wait for it, so that the last ones have no answer to wait for.
	 */
	*leaveAll(): Generator<Batch<Payload>> {
		do {
			this.recent.forgetAll();
			const { contacts } = this.repeated;
			if (!contacts.some((orderKey) => this.holders.has(orderKey))) {
				for (const orderKey of contacts) yield* this.release(orderKey);
			}
			for (const filling of this.fillings.values()) if (filling.length > 0) yield this.take(filling);
		} while (this.repeated.contacts.length > 0);
	}

	private mayEnter(orderKey: string, group: string): boolean {
		const holder = this.holders.get(orderKey);
		if (holder) return this.repeats === 'together' && holder === this.fillings.get(group);
		return !this.recent.has(orderKey);
	}

	private *enter(row: BulkRow<Payload>): Generator<Batch<Payload>> {
		const filling = this.fillings.get(row.group) ?? new Filling<Payload>(row.group);
		this.fillings.set(row.group, filling);
		filling.add(row);
		if (row.orderKey !== undefined) this.holders.set(row.orderKey, filling);
		if (filling.length >= this.size) yield this.take(filling);
	}

	private take(filling: Filling<Payload>): Batch<Payload> {
		const batch = filling.take();
		const orderKeys = [...new Set(batch.rows.flatMap(({ orderKey }) => orderKey ?? []))];
		for (const orderKey of orderKeys) this.holders.delete(orderKey);
		this.freed.push(...this.recent.add(orderKeys));
		return batch;
	}

	private *releaseFreed(): Generator<Batch<Payload>> {
		while (this.freed.length > 0) {
			const freed = this.freed;
			this.freed = [];
			for (const orderKey of freed) yield* this.release(orderKey);
		}
	}

	/** Lets the repeated rows of a contact into a batch, as far as they may. */
	private *release(orderKey: string): Generator<Batch<Payload>> {
		for (;;) {
			const row = this.repeated.of(orderKey);
			if (!row || !this.mayEnter(orderKey, row.group)) return;
			this.repeated.remove(orderKey);
			yield* this.enter(row);
		}
	}
}

/**
 * Groups rows into batches, each of one group and of at most `size` rows, in order but for repeated contacts.
 *
 * What becomes of a contact that stands twice in one request is rarely documented. So, unless the service wants them
 * together, rows with one key never share a request. And because a batch waits for the answers about its contacts, the
 * later row waits until the batch with the earlier one is likely to be answered.
 *
 * @param size rows per batch, at least 1
 * @param repeats what becomes of rows with one order key
 * @param mostReadBehind rows that may be read behind one that has not left: when there are more, it leaves in a batch as
 * it is. Which rows share a batch depends on nothing but the rows
 * @returns the batches, each as soon as it is full; memory holds one batch per group, the repeated rows that wait and
 * the order keys of 40 batches
 */
export async function* makeBatches<Payload>(
	rows: AsyncIterable<BulkRow<Payload> | ReadUpTo>,
	size: number,
	repeats: Repeats = 'apart',
	mostReadBehind = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<Batch<Payload>> {
	const batching = new Batching<Payload>(size, repeats);
	for await (const row of rows) {
		if ('readUpTo' in row) {
			yield* batching.leaveOld(row.readUpTo, mostReadBehind);
		} else {
			yield* batching.add(row);
			yield* batching.leaveOld(row.itemIndex, mostReadBehind);
		}
	}
	yield* batching.leaveAll();
}
