import type { BatchService, FailedBatch } from '../../bulk/batchService';
import { load } from '../../bulk/load';
import type { Client } from '../../bulk/request/send';
import type { BulkRow, ReadUpTo, RowResult } from '../../bulk/rows';
import type { LoadMessages } from '../load/failure';
import { LostRows } from '../load/lostRows';

/** What is done with each row that came well out of the load, such as putting a stored contact into an audience. */
export interface SecondStep<Payload> {
	client: Client;
	/** Rows per request. */
	batchSize: number;
	service: BatchService<Payload>;
	messages: LoadMessages;
	/** @returns the row of the second load; or the result of one for which there is nothing to do, or no way to do it */
	row(index: number, stored: RowResult): BulkRow<Payload> | RowResult;
	/** The result of a row of which the second load came to `second`. */
	result(stored: RowResult, second: RowResult): RowResult;
}

/** A second load that takes its rows from the results of a first one, while that goes on. */
export class SecondLoad<Payload> {
	private readonly stored = new Map<number, RowResult>();
	private readonly lost: LostRows;
	private readonly finished: Promise<void>;
	private toCome: Array<BulkRow<Payload>> = [];
	private hasEnded = false;
	private isComplete = false;
	private isSendingWaiting = false;
	private wake = () => {};

	/**
	 * @param settle is told what became of each row in the end
	 * @param noteFailed is told of each request that finally failed, before its rows are settled
	 */
	constructor(
		private readonly step: SecondStep<Payload>,
		stopAtFailure: boolean,
		private readonly settle: (index: number, result: RowResult) => void,
		private readonly noteFailed: (batches: readonly FailedBatch[]) => void,
	) {
		const { client, batchSize, service, messages } = step;
		this.lost = new LostRows(messages);
		const rows = this.rows();
		this.finished = this.run({ rows, batchSize, service, client, stopAtFailure });
	}

	/** Takes the result of a row of the first load. */
	take(index: number, stored: RowResult): void {
		const row = this.step.row(index, stored);
		if ('status' in row) {
			this.settle(index, row);
			return;
		}
		this.stored.set(index, stored);
		this.toCome.push(row);
		this.wake();
		if (this.hasEnded) this.settleOthers({});
	}

	/** Lets the rows go that wait for others to share a request with, because those may not come before. */
	sendWaiting(): void {
		this.isSendingWaiting = true;
		this.wake();
	}

	/** No further row comes. @returns when all have been settled */
	async complete(): Promise<void> {
		this.isComplete = true;
		this.wake();
		await this.finished;
	}

	private async run(toLoad: Parameters<typeof load<Payload>>[0]): Promise<void> {
		const end = await load(toLoad, (outcome) => {
			this.noteFailed(outcome.failed);
			for (const { itemIndex, result } of [...outcome.results, ...this.lost.resultsOf(outcome)]) {
				this.settleOne(itemIndex, result);
			}
		});
		this.hasEnded = true;
		this.settleOthers(end);
	}

	private settleOthers(end: Parameters<LostRows['unread']>[0]): void {
		const result = this.lost.unread(end);
		for (const index of [...this.stored.keys()]) this.settleOne(index, result);
		this.toCome = [];
	}

	private settleOne(index: number, result: RowResult): void {
		const stored = this.stored.get(index);
		if (!stored) return;
		this.stored.delete(index);
		this.settle(index, this.step.result(stored, result));
	}

	private async *rows(): AsyncGenerator<BulkRow<Payload> | ReadUpTo> {
		for (;;) {
			const rows = this.toCome;
			this.toCome = [];
			yield* rows;
			if (this.toCome.length > 0) continue;
			if (this.isSendingWaiting) {
				this.isSendingWaiting = false;
				yield { readUpTo: Infinity };
				continue;
			}
			if (this.isComplete) return;
			await new Promise<void>((resolve) => (this.wake = resolve));
		}
	}
}
