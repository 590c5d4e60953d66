import type { Failure } from './request/failure';
import type { Delivery } from './batchService';
import type { RowResult } from './rows';

/** How far a load has come. */
export interface Progress {
	/** Rows whose end is known. */
	settled: number;
	/** Of these, the rows that failed. */
	failed: number;
	/** A request waits before it is sent again; the others may go on meanwhile. */
	wait?: Wait;
}

/** What a request waits for before it is sent again. */
export interface Wait {
	milliseconds: number;
	why: Failure['kind'];
}

/** Counts the rows whose end is known, and tells of it whenever a batch has ended or a request has to wait. */
export class ProgressCount {
	private settled = 0;
	private failed = 0;

	/** @param tell must be quick and must not throw: the load waits for it */
	constructor(private readonly tell: ((progress: Progress) => void) | undefined) {}

	/** A row that is not to be sent, because it cannot be right or is not wanted. */
	notSent({ status }: RowResult): void {
		this.settled++;
		if (status === 'failed') this.failed++;
	}

	/** What came of a batch. */
	ended({ results, failed }: Pick<Delivery, 'results' | 'failed'>): void {
		const lost = failed.reduce((rows, { itemIndexes }) => rows + itemIndexes.length, 0);
		this.settled += results.length + lost;
		this.failed += results.filter(({ result }) => result.status === 'failed').length + lost;
		this.tell?.({ settled: this.settled, failed: this.failed });
	}

	/** A request is sent again after a wait. */
	waits(wait: Wait): void {
		this.tell?.({ settled: this.settled, failed: this.failed, wait });
	}
}
