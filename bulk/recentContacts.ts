/** Remembers which contacts stood in the latest batches. */
export class RecentContacts {
	private batches: string[][] = [];
	/** For each contact the number of its latest batch. */
	private readonly latest = new Map<string, number>();
	private added = 0;

	/** @param mostBatches how many batches are remembered, at least 1 */
	constructor(private readonly mostBatches: number) {}

	has(orderKey: string): boolean {
		return this.latest.has(orderKey);
	}

	/**
	 * Adds the contacts of the next batch.
	 *
	 * @returns the contacts that are forgotten with the oldest one
	 */
	add(orderKeys: string[]): string[] {
		for (const orderKey of orderKeys) this.latest.set(orderKey, this.added);
		this.batches.push(orderKeys);
		this.added++;
		if (this.batches.length <= this.mostBatches) return [];
		const forgotten = this.added - this.batches.length;
		const oldest = this.batches.shift() ?? [];
		return oldest.filter(
			(orderKey) => this.latest.get(orderKey) === forgotten && this.latest.delete(orderKey),
		);
	}

	forgetAll(): void {
		this.batches = [];
		this.latest.clear();
	}
}
