import type { IExecuteFunctions } from 'n8n-workflow';
import type { FailedBatch } from '../../bulk/batchService';
import { load } from '../../bulk/load';
import { ResultOrder } from '../../bulk/resultOrder';
import type { ReadRow, RowResult } from '../../bulk/rows';
import { readStopWhenFailed } from '../form/bulkOptions';
import type { LoadAccount } from '../load/account';
import { LostRows } from '../load/lostRows';
import { pauses, readOne } from '../load/readRows';
import { notSent, Tally } from '../load/tally';
import type { FileOperation, PreparedFileLoad } from './fileOperation';
import type { RowFiles } from './rowFiles';
import type { FileRow, TableReader } from './tableReader';

/**
 * So many rows are read at most beyond the oldest whose end is not known. A request that is sent again and again would
 * otherwise let the results of all rows behind it pile up.
 */
const mostOpenRows = 100_000;

/** A row that has been read, with what the person knows it by. */
interface KnownRow<Known extends object> {
	row: Pick<FileRow, 'row' | 'cells'>;
	/** Among the rows of the file, from 0. */
	index: number;
	known: Partial<Known>;
}

/** What became of a file. */
export interface LoadedFile {
	/** Of all rows. */
	tally: Tally;
	/** Of those that were answered, or never to be sent. */
	answered: Tally;
	/** The first request that finally failed, and the numbers of its rows. */
	failure?: { batch: FailedBatch; rows: number[] };
	/** What was thrown where the file could not be read any further; undefined when it was read to its end. */
	brokenBy?: unknown;
	/** Whether it ended early because more rows had failed than may. */
	hadTooManyFailed: boolean;
}

/** What a file is loaded by. */
interface FileLoad<Payload, Known extends object> {
	operation: FileOperation<Payload, Known>;
	prepared: PreparedFileLoad<Payload, Known>;
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
	{ operation, prepared, reader, files, account }: FileLoad<Payload, Known>,
): Promise<LoadedFile> {
	const { client, messages, readRow, ...toLoad } = prepared;
	const loaded: LoadedFile = { tally: new Tally(), answered: new Tally(), hadTooManyFailed: false };
	const emit = ({ row, index, known }: KnownRow<Known>, result: RowResult) => {
		loaded.tally.note(result);
		const json = operation.toJson({ itemIndex: index, result, known });
		const isUnsent = result.problem?.code === notSent;
		const isFailed = result.status === 'failed';
		files.write(row, result, isFailed, isUnsent ? { ...json, status: 'not_sent' } : json);
	};
	const order = new ResultOrder<KnownRow<Known>>(mostOpenRows, emit);
	const pause = pauses();
	/** What can be read of a broken file is loaded: so the rows before the break are told apart from those behind it. */
	const readNext = async (): Promise<FileRow | undefined> => {
		try {
			return await reader.next();
		} catch (error) {
			loaded.brokenBy = error;
			return undefined;
		}
	};
	let index = 0;
	const nextRow = async (): Promise<{ known: KnownRow<Known>; read: ReadRow<Payload> } | undefined> => {
		await pause();
		const next = await readNext();
		if (!next) return undefined;
		const { json, ...row } = next;
		const known: KnownRow<Known> = { row, index: index++, known: {} };
		return { known, read: readOne((cells, at) => readRow(cells, at, known.known), json, known.index) };
	};
	async function* rows(): AsyncGenerator<ReadRow<Payload>> {
		for (;;) {
			await order.room();
			await files.drained();
			const next = await nextRow();
			if (!next) return;
			order.enter(next.known);
			yield next.read;
		}
	}

	const lost = new LostRows(messages);
	const stopAtFailure = !context.continueOnFail();
	const mostFailedPerCent = readStopWhenFailed(context);
	const end = await account.follow(undefined, client, async (onProgress) => {
		const all = { ...toLoad, rows: rows(), client, stopAtFailure, mostFailedPerCent, onProgress };
		return await load(all, (outcome) => {
			for (const { result, itemIndex } of outcome.results) {
				loaded.answered.note(result);
				order.settle(itemIndex, result);
			}
			const batch = outcome.failed.find(({ failure }) => failure.kind !== 'cancelled');
			if (batch) loaded.failure ??= { batch, rows: numbersOf(batch.itemIndexes, order) };
			for (const { result, itemIndex } of lost.resultsOf(outcome)) order.settle(itemIndex, result);
		});
	});
	const unread = lost.unread(end);
	order.settleOthers(unread);
	const isWanted = loaded.brokenBy === undefined && !client.signal?.aborted;
	for (let next = isWanted ? await nextRow() : undefined; next; next = await nextRow()) {
		await files.drained();
		emit(next.known, unread);
	}
	return { ...loaded, hadTooManyFailed: end.hadTooManyFailed ?? false };
}

function numbersOf(indexes: readonly number[], order: ResultOrder<KnownRow<object>>): number[] {
	return indexes.flatMap((index) => order.row(index)?.row.row ?? []);
}
