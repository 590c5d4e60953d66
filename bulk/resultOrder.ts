import type { RowResult } from './rows';

interface Place<Row> {
	row: Row;
	result?: RowResult;
}

/**
 * Puts what became of rows into the order in which they were read, and holds the reading back when one of them takes
 * long: so memory holds a window of rows, however many come after.
 *
 * Whoever fills batches must let the oldest open row go before the window is full (`Load.mostReadBehind`), or it waits
 * for rows that are not read.
 */
export class ResultOrder<Row> {
	private readonly places = new Map<number, Place<Row>>();
	private next = 0;
	private oldest = 0;
	private onRoom = () => {};

	/**
	 * @param mostOpen rows that may be read beyond the oldest whose end is not known
	 * @param emit is called for each row, in the order of reading; must not throw
	 */
	constructor(
		private readonly mostOpen: number,
		private readonly emit: (row: Row, result: RowResult) => void,
	) {}

	/** Enters a row that has been read. @returns its index, by which it is settled, from 0 */
	enter(row: Row): number {
		this.places.set(this.next, { row });
		return this.next++;
	}

	/** @returns a row that has not been emitted yet */
	row(index: number): Row | undefined {
		return this.places.get(index)?.row;
	}

	/** Says what became of a row. The second time it is passed over. */
	settle(index: number, result: RowResult): void {
		const place = this.places.get(index);
		if (!place) return;
		place.result ??= result;
		this.emitSettled();
	}

	/** Settles all rows that are still open. */
	settleOthers(result: RowResult): void {
		for (const place of this.places.values()) place.result ??= result;
		this.emitSettled();
	}

	/** Whether no other row may be read for now. */
	get isFull(): boolean {
		return this.next - this.oldest >= this.mostOpen;
	}

	/**
	 * Waits until another row may be read.
	 *
	 * @param onFull called whenever that has to be waited for
	 */
	async room(onFull = () => {}): Promise<void> {
		while (this.isFull) {
			onFull();
			await new Promise<void>((resolve) => (this.onRoom = resolve));
		}
	}

	private emitSettled(): void {
		for (;;) {
			const place = this.places.get(this.oldest);
			if (place?.result === undefined) break;
			this.places.delete(this.oldest);
			this.oldest++;
			this.emit(place.row, place.result);
		}
		this.onRoom();
	}
}
