import type { BulkRow } from './rows';

/** Rows that are held back because an earlier row of their contact has not been out of the way for long enough. */
export class HeldBackRows<Payload> {
	private readonly byContact = new Map<string, Array<BulkRow<Payload>>>();
	/** All of them as they came, from `first` on; those that were let go in between are still among them. */
	private asTheyCame: Array<{ orderKey: string; row: BulkRow<Payload> }> = [];
	private first = 0;

	/** @param row comes after all that were added before */
	add(orderKey: string, row: BulkRow<Payload>): void {
		const rows = this.byContact.get(orderKey);
		if (rows) rows.push(row);
		else this.byContact.set(orderKey, [row]);
		this.asTheyCame.push({ orderKey, row });
	}

	/** The contacts of which rows are held back. */
	get contacts(): string[] {
		return [...this.byContact.keys()];
	}

	/** @returns the first row of a contact that is held back */
	of(orderKey: string): BulkRow<Payload> | undefined {
		return this.byContact.get(orderKey)?.[0];
	}

	/** @returns the row that has been held back for longest, with its contact */
	get oldest(): { orderKey: string; row: BulkRow<Payload> } | undefined {
		for (; this.first < this.asTheyCame.length; this.first++) {
			const entry = this.asTheyCame[this.first];
			if (entry && this.of(entry.orderKey) === entry.row) return entry;
			this.forgetGone();
		}
		return undefined;
	}

	/** Lets the first row of a contact go. */
	remove(orderKey: string): void {
		const rows = this.byContact.get(orderKey);
		rows?.shift();
		if (rows?.length === 0) this.byContact.delete(orderKey);
	}

	/** Frees the memory of the rows that were let go, each time when they are the half. */
	private forgetGone(): void {
		if (this.first * 2 < this.asTheyCame.length) return;
		this.asTheyCame = this.asTheyCame.slice(this.first);
		this.first = 0;
	}
}
