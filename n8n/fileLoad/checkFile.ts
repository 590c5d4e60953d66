import type { IExecuteFunctions } from 'n8n-workflow';
import { dryRun } from '../../bulk/dryRun';
import { ResultOrder } from '../../bulk/resultOrder';
import { RowFindings } from '../../bulk/rowFindings';
import type { RowResult } from '../../bulk/rows';
import type { StatusLabel } from '../form/outputField';
import type { ColumnUse } from '../load/columnUse';
import { LostRows } from '../load/lostRows';
import { Tally } from '../load/tally';
import { leastMs, sumUpCheck } from '../load/trial/checkSum';
import type { FileOperation, PreparedFileLoad } from './fileOperation';
import { FileRows, type KnownRow } from './fileRows';
import { mostOpenRows, mostReadBehind, type LoadedFile } from './loadFile';
import { whereFailedRowsAre, type RowFiles } from './rowFiles';
import type { TableReader } from './tableReader';

/** What a file is checked by. */
interface FileCheck<Payload, Known extends object> {
	operation: FileOperation<Payload, Known>;
	prepared: PreparedFileLoad<Payload, Known>;
	/** In the order in which they are counted. */
	statuses: readonly StatusLabel[];
	reader: TableReader;
	files: RowFiles;
	columnUse: ColumnUse;
}

/** What would become of a file. */
export interface CheckedFile extends LoadedFile {
	/** The sum for the person, as HTML. */
	sum: string;
	/** Requests that the load would send, and the least time between the first and the last (ms). */
	requests: number;
	leastMs: number;
}

/**
 * Goes through the rows of a file as a load does, writes what would become of each, and sends nothing. Memory grows with
 * what is compared between rows (`RowFindings`).
 *
 * @returns what would become of it; a file that turns out to be broken ends the check, not this
 */
export async function checkFile<Payload, Known extends object>(
	context: IExecuteFunctions,
	{ operation, prepared, statuses, reader, files, columnUse }: FileCheck<Payload, Known>,
): Promise<CheckedFile> {
	const { messages, batchSize, service, readRow, trial } = prepared;
	const tally = new Tally();
	const findings = new RowFindings();
	const emit = ({ row, index, known }: KnownRow<Known>, result: RowResult) => {
		tally.note(result);
		files.write(row, result, operation.toJson({ itemIndex: index, result, known }));
	};
	const order = new ResultOrder<KnownRow<Known>>(mostOpenRows, emit);
	const rows = new FileRows<Payload, Known>(reader, files, readRow);
	const signal = context.getExecutionCancelSignal();
	const end = await dryRun(
		{
			rows: rows.toLoad(order),
			batchSize,
			mostReadBehind,
			service,
			signal,
			note: (row) => findings.note(trial.identify(row)),
		},
		({ results }) => {
			for (const { itemIndex, result } of results) order.settle(itemIndex, result);
		},
	);
	order.settleOthers(new LostRows(messages).unread(end));
	const { requests } = end;
	const whereReasonsAre = whereFailedRowsAre;
	const ofColumns = columnUse.say();
	return {
		tally,
		answered: tally,
		brokenBy: rows.brokenBy ?? end.readingEnded?.error,
		hadTooManyFailed: false,
		sum: sumUpCheck({ ...trial, statuses, tally, requests, findings, ofColumns, whereReasonsAre }),
		requests,
		leastMs: leastMs(requests, trial.pace),
	};
}
