import type { IExecuteFunctions } from 'n8n-workflow';
import type { FailedBatch } from '../../bulk/batchService';
import { firstRows } from '../../bulk/firstRows';
import { load, type Outcome } from '../../bulk/load';
import { ResultOrder } from '../../bulk/resultOrder';
import type { RowResult } from '../../bulk/rows';
import { readStopWhenFailed } from '../form/bulkOptions';
import type { Trial } from '../form/trial';
import type { LoadAccount } from '../load/account';
import type { LoadMessages } from '../load/failure';
import { LostRows } from '../load/lostRows';
import { Tally } from '../load/tally';
import type { FileOperation, OpenedFileLoad, PreparedFileLoad } from './fileOperation';
import { FileRows, type KnownRow } from './fileRows';
import type { RowFiles } from './rowFiles';
import { SecondLoad } from './secondLoad';
import type { TableReader } from './tableReader';

/**
 * So many rows are read at most beyond the oldest whose end is not known. A request that is sent again and again would
 * otherwise let the results of all rows behind it pile up.
 */
export const mostOpenRows = 100_000;
/**
 * So many may be read behind a row that waits for its batch to be filled: one contact may stand in the file a thousand
 * times, and each needs a batch of its own; or a hundred thousand rows that are not sent come after the first one.
 */
export const mostReadBehind = mostOpenRows / 2;

/** What became of a file. */
export interface LoadedFile {
	/** Of all rows. */
	tally: Tally;
	/** Of those that were answered, or never to be sent. */
	answered: Tally;
	/** The first request that finally failed, and the numbers of its rows. */
	failure?: { batch: FailedBatch; messages: LoadMessages; rows: number[] };
	/** What was thrown where the file could not be read any further; undefined when it was read to its end. */
	brokenBy?: unknown;
	/** Whether it ended early because more rows had failed than may. */
	hadTooManyFailed: boolean;
}

/** What a file is loaded by. */
interface FileLoad<Payload, Known extends object> {
	/** The input item that it belongs to. */
	itemIndex: number;
	operation: FileOperation<Payload, Known>;
	prepared: PreparedFileLoad<Payload, Known>;
	opened: OpenedFileLoad;
	trial: Trial;
	reader: TableReader;
	files: RowFiles;
	account: LoadAccount;
}

/**
 * Loads the rows of a file, and writes what became of each, in the order of the file. Memory does not grow with the file.
 *
 * @returns what became of it; a request that failed, and a file that turns out to be broken, end the load, not this
 */
export async function loadFile<Payload, Known extends object>(
	context: IExecuteFunctions,
	{ itemIndex, operation, prepared, opened, reader, files, account, trial }: FileLoad<Payload, Known>,
): Promise<LoadedFile> {
	const { messages, batchSize, service, readRow } = prepared;
	const { client, second } = opened;
	const loaded: LoadedFile = { tally: new Tally(), answered: new Tally(), hadTooManyFailed: false };
	const emit = ({ row, index, known }: KnownRow<Known>, result: RowResult) => {
		loaded.tally.note(result);
		files.write(row, result, operation.toJson({ itemIndex: index, result, known }));
	};
	const order = new ResultOrder<KnownRow<Known>>(mostOpenRows, emit);
	const rows = new FileRows<Payload, Known>(reader, files, readRow);
	const lost = new LostRows(messages);
	const stopAtFailure = !context.continueOnFail();
	const settle = (index: number, result: RowResult) => order.settle(index, result);
	const noteFailed = (batches: readonly FailedBatch[], ofLoad: LoadMessages) => {
		const batch = batches.find(({ failure }) => failure.kind !== 'cancelled');
		if (!batch) return;
		loaded.failure ??= { batch, messages: ofLoad, rows: numbersOf(batch.itemIndexes, order) };
	};
	const secondLoad =
		second &&
		new SecondLoad(second, stopAtFailure, settle, (batches) => noteFailed(batches, second.messages));
	const tell = (outcome: Outcome) => {
		for (const { result, itemIndex } of outcome.results) {
			loaded.answered.note(result);
			if (secondLoad) secondLoad.take(itemIndex, result);
			else settle(itemIndex, result);
		}
		noteFailed(outcome.failed, messages);
		for (const { result, itemIndex } of lost.resultsOf(outcome)) settle(itemIndex, result);
		if (order.isFull) secondLoad?.sendWaiting();
	};
	const mostFailedPerCent = readStopWhenFailed(context, itemIndex);
	const end = await account.follow(undefined, client, async (onProgress) => {
		const toLoad = {
			batchSize,
			mostReadBehind,
			service,
			client,
			stopAtFailure,
			mostFailedPerCent,
			onProgress,
		};
		const all = rows.toLoad(order, () => secondLoad?.sendWaiting());
		const wanted = trial.mode === 'first' ? firstRows(all, trial.rows, service) : all;
		return await load({ ...toLoad, rows: wanted }, tell);
	});
	await secondLoad?.complete();
	const unread = lost.unread(end);
	order.settleOthers(unread);
	if (!client.signal?.aborted) {
		for await (const row of rows.others()) {
			emit(row, unread);
			if (client.signal?.aborted) break;
		}
	}
	loaded.hadTooManyFailed = end.hadTooManyFailed ?? false;
	loaded.brokenBy = rows.brokenBy ?? end.readingEnded?.error;
	return loaded;
}

function numbersOf(indexes: readonly number[], order: ResultOrder<KnownRow<object>>): number[] {
	return indexes.flatMap((index) => order.row(index)?.row.row ?? []);
}
