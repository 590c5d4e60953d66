import type { Batch } from './batches';
import { LatestByKey } from './latestByKey';

/**
 * Makes batches that hold the same contact leave one after the other, while all others run side by side, and
 * remembers the latest request about each contact.
 */
export class ContactOrder {
	private readonly inFlight = new Map<string, Promise<void>>();
	/** By order key, the place of what was told below: so the contacts of a file of millions do not fill the memory. */
	private readonly latest = new LatestByKey();
	private readonly told: string[] = [];

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
				...new Set([...keys].flatMap((key) => this.told[this.latest.get(key) ?? -1] ?? [])),
			]),
			finished: (requests) => {
				const place = this.told.length;
				if (requests.length > 0) this.told.push(requests.join(' '));
				for (const key of keys) {
					if (requests.length > 0) this.latest.set(key, place);
					if (this.inFlight.get(key) === done) this.inFlight.delete(key);
				}
				finish();
			},
		};
	}
}
