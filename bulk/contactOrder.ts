import type { Batch } from './batches';

/**
 * Makes batches that hold the same contact leave one after the other, while all others run side by side, and
 * remembers the latest request about each contact.
 */
export class ContactOrder {
	private readonly inFlight = new Map<string, Promise<void>>();
	/** By order key. Requests are told by one text for all contacts of a batch, so this stays small. */
	private readonly latest = new Map<string, string>();

	/**
	 * Enters a batch behind the earlier ones with which it shares an order key.
	 *
	 * @returns `ready`, fulfilled when those are finished, with what they came to (`Batch.after`); `finished`, to be
	 * called once with the requests that the batch itself came to
	 */
	enter(batch: Batch<unknown>): {
		ready: Promise<string[]>;
		finished: (requests: readonly string[]) => void;
	} {
		const keys = new Set(batch.rows.flatMap((row) => row.orderKey ?? []));
		const before = new Set<Promise<void>>();
		let finish = () => {};
		const done = new Promise<void>((resolve) => (finish = resolve));
		for (const key of keys) {
			const earlier = this.inFlight.get(key);
			if (earlier) before.add(earlier);
			this.inFlight.set(key, done);
		}
		return {
			ready: Promise.all(before).then(() => [
				...new Set([...keys].flatMap((key) => this.latest.get(key) ?? [])),
			]),
			finished: (requests) => {
				const told = requests.join(' ');
				for (const key of keys) {
					if (told !== '') this.latest.set(key, told);
					if (this.inFlight.get(key) === done) this.inFlight.delete(key);
				}
				finish();
			},
		};
	}
}
