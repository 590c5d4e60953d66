import type { BulkRow } from './rows';

interface RepeatedRow<Payload> {
	orderKey: string;
	row: BulkRow<Payload>;
}

/** Later rows of contacts, which wait until the row before is far enough ahead. */
export class RepeatedRows<Payload> {
	private readonly byContact = new Map<string, Array<BulkRow<Payload>>>();
	/** All of them as they came, from `first` on; some that were let go in between are still among them. */
	private asTheyCame: Array<RepeatedRow<Payload>> = [];
	private first = 0;

	/** @param row comes after all that were added before */
	add(orderKey: string, row: BulkRow<Payload>): void {
		const rows = this.byContact.get(orderKey);
		if (rows) rows.push(row);
		else this.byContact.set(orderKey, [row]);
		this.asTheyCame.push({ orderKey, row });
	}

	/** The contacts of which rows wait. */
	get contacts(): string[] {
		return [...this.byContact.keys()];
	}

	/** @returns the first row of a contact that waits */
	of(orderKey: string): BulkRow<Payload> | undefined {
		return this.byContact.get(orderKey)?.[0];
	}

	/** The row that has waited for longest, with its contact. */
	get oldest(): RepeatedRow<Payload> | undefined {
		return this.asTheyCame[this.first];
	}

	/** Lets the first row of a contact go. */
	remove(orderKey: string): void {
		const rows = this.byContact.get(orderKey);
		rows?.shift();
		if (rows?.length === 0) this.byContact.delete(orderKey);
		while (this.isGone(this.asTheyCame[this.first])) this.first++;
		if (this.first * 2 < this.asTheyCame.length) return;
		this.asTheyCame = this.asTheyCame.slice(this.first);
		this.first = 0;
	}

	/** @param entry of which all that came before it are gone */
	private isGone(entry: RepeatedRow<Payload> | undefined): boolean {
		return entry !== undefined && this.of(entry.orderKey) !== entry.row;
	}
}
