import type { Delivery } from './batchService';

/** Of fewer rows, a share says little. */
const leastRows = 100;

/** Watches which share of the rows fails, so that a load that goes wrong from the start ends before all is sent. */
export class FailedShare {
	private rows = 0;
	private failed = 0;

	/** @param mostPerCent of the rows that may fail; undefined for any number */
	constructor(private readonly mostPerCent: number | undefined) {}

	/** Rows that were answered, or refused before they were sent. */
	note(results: Delivery['results']): void {
		this.rows += results.length;
		this.failed += results.filter(({ result }) => result.status === 'failed').length;
	}

	/** Whether so few rows are known that no more than one request may be under way: the first tell what the others would. */
	isOpen(): boolean {
		return this.mostPerCent !== undefined && this.rows < leastRows;
	}

	isTooLarge(): boolean {
		if (this.mostPerCent === undefined || this.rows < leastRows) return false;
		return this.failed * 100 > this.rows * this.mostPerCent;
	}
}
