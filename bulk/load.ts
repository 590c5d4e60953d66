import type { Batch } from './batches';
import type { BatchService, Delivery } from './batchService';
import { realClock } from './clock';
import { ContactOrder } from './contactOrder';
import { deliver } from './deliver';
import { FailedShare } from './failedShare';
import { InFlight, type Passage } from './inFlight';
import { makeBatches } from './makeBatches';
import { CircuitBreaker } from './request/circuitBreaker';
import { ProgressCount, type Progress } from './progress';
import type { ReadRow, ReadUpTo, RowResult } from './rows';
import { rowsToSend } from './rowsToSend';
import type { Client } from './request/send';

/**
 * There is room for another batch as soon as a request departs, which then still needs several turns of the event loop
 * (credential, connection) and so many milliseconds at most: it would be late by the reading of rows in each of them.
 */
const breatherMs = 20;

/** What a bulk load is made of. */
export interface Load<Payload> {
	/** The rows in order, read lazily: a batch is read while earlier ones are on their way. */
	rows: AsyncIterable<ReadRow<Payload> | ReadUpTo>;
	/** Rows per request. */
	batchSize: number;
	/**
	 * Rows that may be read behind one that waits for its batch to be filled; then it leaves in a batch as it is. Any
	 * number unless it is given.
	 */
	mostReadBehind?: number;
	service: BatchService<Payload>;
	client: Client;
	/** Whether the load ends with the first request that finally fails, or goes on with the next batch. */
	stopAtFailure: boolean;
	/** Per cent of the rows that may fail; when more have, no other is sent. Any number unless it is given. */
	mostFailedPerCent?: number;
	/** Called whenever a batch has ended or a request has to wait. The load waits for it, and it must not throw. */
	onProgress?(progress: Progress): void;
}

/** What has become of some rows: of a batch, or of one that was not to be sent. */
export interface Outcome extends Pick<Delivery, 'results' | 'failed'> {
	/** Rows that were read and then not sent, because of an earlier failure, or because the execution was stopped. */
	unsent: Array<{ group: string; itemIndexes: number[] }>;
	/** Whether more rows had failed before than may: then nothing is sent any more. */
	hadTooManyFailed: boolean;
}

/** How a load ended. A row of which no outcome told was not even read, for the same reasons. */
export interface LoadEnd {
	/** What reading the rows threw; the rows after it were not read. */
	readingEnded?: { error: unknown };
	/** Whether it ended early because more rows had failed than may. */
	hadTooManyFailed?: boolean;
}

/**
 * Loads rows: batches, as many requests side by side as the pace allows, one outcome for each row.
 *
 * Memory grows with the batches under way (`InFlight`), and with what the order of contacts needs (`LatestByKey`).
 *
 * @param tell is called with what became of rows, in the order in which it became known. The load waits for it,
 * and it must not throw
 * @returns when all has ended. Nothing is thrown: what reading the rows throws is in the end, after the requests that
 * were under way then.
 */
export async function load<Payload>(
	{
		rows,
		batchSize,
		mostReadBehind,
		service,
		client,
		stopAtFailure,
		mostFailedPerCent,
		onProgress,
	}: Load<Payload>,
	tell: (outcome: Outcome) => void,
): Promise<LoadEnd> {
	const { clock = realClock } = client;
	const breaker = new CircuitBreaker(stopAtFailure, client.signal);
	const order = new ContactOrder();
	const inFlight = new InFlight();
	const progress = new ProgressCount(onProgress);
	const failedShare = new FailedShare(mostFailedPerCent);
	let hadTooManyFailed = false;
	let readingEnded: LoadEnd['readingEnded'];

	const receive = (outcome: Omit<Outcome, 'hadTooManyFailed'>) => {
		tell({ ...outcome, hadTooManyFailed });
		failedShare.note(outcome);
		if (breaker.isOpenForAll() || !failedShare.isTooLarge()) return;
		hadTooManyFailed = true;
		breaker.open();
	};

	const receiveKept = (itemIndex: number, result: RowResult) => {
		receive({ results: [{ itemIndex, result }], failed: [], unsent: [] });
		progress.notSent(result);
	};

	const run = async (batch: Batch<Payload>, { ready, departed, weigh }: Passage) => {
		const { ready: inTurn, finished } = order.enter(batch);
		const after = await inTurn;
		ready();
		const { closing, leave } = breaker.enter(batch.group);
		const delivery = await deliver(
			{ ...batch, after },
			service,
			{
				...client,
				onDeparture: departed,
				onWait: (wait) => progress.waits(wait),
				transport: weigh(client.transport),
			},
			closing,
		);
		const { results, failed, isCarriedOut, requests } = delivery;
		breaker.record(
			batch.group,
			failed.map(({ failure }) => failure),
			isCarriedOut,
		);
		receive({ results, failed, unsent: unsentRows(batch, delivery) });
		progress.ended(delivery);
		leave();
		finished(requests);
	};

	const toSend = rowsToSend(rows, receiveKept);
	try {
		for await (const batch of makeBatches(toSend, batchSize, service.repeats, mostReadBehind)) {
			inFlight.enter((passage) => run(batch, passage));
			await inFlight.room();
			await clock.sleep(breatherMs);
			if (failedShare.isOpen()) await inFlight.ended();
			if (breaker.isOpenForAll()) break;
		}
	} catch (error) {
		readingEnded = { error };
	}
	await inFlight.ended();
	breaker.release();
	return { readingEnded, hadTooManyFailed };
}

function unsentRows(batch: Batch<unknown>, { results, failed }: Delivery): Outcome['unsent'] {
	const told = new Set(failed.flatMap(({ itemIndexes }) => itemIndexes));
	for (const { itemIndex } of results) told.add(itemIndex);
	const itemIndexes = batch.rows.flatMap(({ itemIndex }) => (told.has(itemIndex) ? [] : [itemIndex]));
	return itemIndexes.length === 0 ? [] : [{ group: batch.group, itemIndexes }];
}
