import type { Delivery } from './batchService';
import type { RowResult } from './rows';

/** Of fewer rows, a share says little. */
const leastRows = 100;

/** Watches which share of the rows fails, so that a load that goes wrong from the start ends before all is sent. */
export class FailedShare {
	private rows = 0;
	private failed = 0;

	/** @param mostPerCent of the rows that may fail; undefined for any number */
	constructor(private readonly mostPerCent: number | undefined) {}

	/**
	 * Rows that were answered, refused before they were sent, or lost with their request. Those that nobody wanted to be
	 * sent say nothing of the others.
	 */
	note({ results, failed }: Pick<Delivery, 'results' | 'failed'>): void {
		const lost = failed.reduce((rows, { itemIndexes }) => rows + itemIndexes.length, 0);
		this.rows += results.filter(({ result }) => wasWanted(result)).length + lost;
		this.failed += results.filter(({ result }) => result.status === 'failed').length + lost;
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

function wasWanted({ status }: RowResult): boolean {
	return status !== 'suppressed' && status !== 'not_sent';
}
