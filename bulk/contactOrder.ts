import type { Batch } from './batches';

/** Makes batches that hold the same contact leave one after the other, while all others run side by side. */
export class ContactOrder {
	private readonly latest = new Map<string, Promise<void>>();

	/**
	 * Enters a batch behind the earlier ones with which it shares an order key.
	 *
	 * @returns `ready`, fulfilled when those are finished; `finished`, to be called when this one is
	 */
	enter(batch: Batch<unknown>): { ready: Promise<unknown>; finished: () => void } {
		const keys = new Set(batch.rows.flatMap((row) => row.orderKey ?? []));
		const before = new Set<Promise<void>>();
		let finish = () => {};
		const done = new Promise<void>((resolve) => (finish = resolve));
		for (const key of keys) {
			const earlier = this.latest.get(key);
			if (earlier) before.add(earlier);
			this.latest.set(key, done);
		}
		return {
			ready: Promise.all(before),
			finished: () => {
				for (const key of keys) {
					if (this.latest.get(key) === done) this.latest.delete(key);
				}
				finish();
			},
		};
	}
}
