import { makeBatches, type Batch } from './batches';
import type { BatchService, FailedBatch } from './batchService';
import { realClock } from './clock';
import { ContactOrder } from './contactOrder';
import { deliver } from './deliver';
import { InFlight, type Passage } from './inFlight';
import { CircuitBreaker } from './request/circuitBreaker';
import { ProgressCount, type Progress } from './progress';
import type { BulkRow, RefusedRow, RowResult } from './rows';
import type { Client } from './request/send';

/**
 * Reading rows is work without a pause. After each batch, requests and answers get so many milliseconds: one that leaves
 * needs several turns of the event loop (credential, connection), and would be late by the reading of a batch in each.
 */
const breatherMs = 20;

/** What a bulk load is made of. */
export interface Load<Payload> {
	/** The rows in order, read lazily: a batch is read while earlier ones are on their way. */
	rows: AsyncIterable<BulkRow<Payload> | RefusedRow>;
	/** Rows per request. */
	batchSize: number;
	service: BatchService<Payload>;
	client: Client;
	/** Whether the load ends with the first request that finally fails, or goes on with the next batch. */
	stopAtFailure: boolean;
	/** Called whenever a batch has ended or a request has to wait. The load waits for it, and it must not throw. */
	onProgress?(progress: Progress): void;
}

/**
 * What became of a load. A row that is nowhere in it was not even read, because of an earlier failure, or because
 * the execution was stopped.
 */
export interface LoadReport {
	/** By the index of the input item. */
	results: Map<number, RowResult>;
	failed: FailedBatch[];
	/** Rows that were read and then not sent, for the same reasons. */
	unsent: Array<{ group: string; itemIndexes: number[] }>;
	/** What reading the rows threw; the rows after it were not read. */
	readingEnded?: { error: unknown };
}

/**
 * Loads rows: batches, as many requests side by side as the pace allows, one result per row.
 *
 * Memory grows with the batches under way (`InFlight`), and with the results, which are what the caller asked for.
 *
 * @returns what became of each row. Nothing is thrown: what reading the rows throws is in the report, after the
 * requests that were under way then.
 */
export async function load<Payload>({
	rows,
	batchSize,
	service,
	client,
	stopAtFailure,
	onProgress,
}: Load<Payload>): Promise<LoadReport> {
	const { clock = realClock } = client;
	const report: LoadReport = { results: new Map(), failed: [], unsent: [] };
	const breaker = new CircuitBreaker(stopAtFailure, client.signal);
	const order = new ContactOrder();
	const inFlight = new InFlight();
	const progress = new ProgressCount(onProgress);

	const run = async (batch: Batch<Payload>, { departed, weigh }: Passage) => {
		const { ready, finished } = order.enter(batch);
		const after = await ready;
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
		for (const { itemIndex, result } of results) report.results.set(itemIndex, result);
		for (const failure of failed) report.failed.push(failure);
		const itemIndexes = unsentRows(batch, failed, report);
		if (itemIndexes.length > 0) report.unsent.push({ group: batch.group, itemIndexes });
		progress.ended(delivery);
		leave();
		finished(requests);
	};

	try {
		for await (const batch of makeBatches(
			withoutRefused(rows, report, progress),
			batchSize,
			service.repeats,
		)) {
			inFlight.enter((passage) => run(batch, passage));
			await clock.sleep(breatherMs);
			await inFlight.room();
			if (breaker.isOpenForAll()) break;
		}
	} catch (error) {
		report.readingEnded = { error };
	}
	await inFlight.ended();
	return report;
}

function unsentRows(
	batch: Batch<unknown>,
	failed: readonly FailedBatch[],
	{ results }: LoadReport,
): number[] {
	const told = new Set(failed.flatMap(({ itemIndexes }) => itemIndexes));
	return batch.rows.flatMap(({ itemIndex }) =>
		told.has(itemIndex) || results.has(itemIndex) ? [] : [itemIndex],
	);
}

async function* withoutRefused<Payload>(
	rows: AsyncIterable<BulkRow<Payload> | RefusedRow>,
	report: LoadReport,
	progress: ProgressCount,
): AsyncGenerator<BulkRow<Payload>> {
	for await (const row of rows) {
		if (!('refused' in row)) {
			yield row;
			continue;
		}
		const { contact, ...problem } = row.refused;
		report.results.set(row.itemIndex, { status: 'failed', contact, problem });
		progress.refused();
	}
}
