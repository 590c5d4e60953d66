import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { BinaryFile } from '../file/binaryFile';
import { TableColumns } from '../form/columns/tableColumns';
import { readFileForm } from '../form/fileFields';
import { problemOf } from '../formError';
import { readTrial, withTrialStatuses } from '../form/trial';
import { LoadAccount } from '../load/account';
import { ColumnUse } from '../load/columnUse';
import { Tally } from '../load/tally';
import { howToLoad, sayOfFirst } from '../load/trial/trialWords';
import { checkFile } from './checkFile';
import { fieldsOfFile } from './fieldsOfFile';
import { fileOf, toFileError } from './fileError';
import { fileItem } from './fileItem';
import { fileOfItem } from './fileOfItem';
import type { FileOperation } from './fileOperation';
import { finishFile, finishFileCheck } from './finishFile';
import { loadFile } from './loadFile';
import { RowFiles, whereFailedRowsAre } from './rowFiles';
import { TableReader } from './tableReader';

/**
 * Makes the `run` of an operation that loads files, one for each input item, one after the other: one item per file, with
 * the number of rows that came to each status, and two files, `results` and `failed`.
 *
 * A row that cannot be sent, or that the service refuses, never ends the run. A file that is no table, what is wrong with
 * the form, and a request that finally fails, end it with an error, unless On Error is Continue: then the item of that
 * file tells of it, and the next file is loaded.
 */
export function runFileLoad<Payload, Known extends object>(
	operation: FileOperation<Payload, Known>,
): (context: IExecuteFunctions) => Promise<INodeExecutionData[][]> {
	return async (context) => {
		const items: INodeExecutionData[] = [];
		for (const itemIndex of context.getInputData().keys()) {
			if (context.getExecutionCancelSignal()?.aborted) break;
			try {
				items.push(...(await loadItem(context, operation, itemIndex)));
			} catch (error) {
				if (!context.continueOnFail()) throw toFileError(context, error, itemIndex, items);
				const file = fileOf(context, itemIndex)?.name ?? null;
				const nothing = { tally: new Tally(), requests: 0, milliseconds: 0 };
				const { statuses } = operation;
				items.push(fileItem(context, { itemIndex, file, statuses, ...nothing, problem: problemOf(error) }));
			}
		}
		return [items];
	};
}

/** @returns the item of its file; none when Stop was pressed, for n8n drops it then */
async function loadItem<Payload, Known extends object>(
	context: IExecuteFunctions,
	operation: FileOperation<Payload, Known>,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const { field, columnNames, table } = readFileForm(context, itemIndex);
	const source = fileOfItem(context, itemIndex, field, {
		label: 'Input Binary Field',
		withoutFiles: `Put a node before that gives a file, such as Read/Write Files from Disk, Google Drive or a form. For rows that are items already there is the operation "${operation.forItems}".`,
	});
	const reader = await TableReader.open(source.open, table);
	try {
		const fields = fieldsOfFile(operation.contact, reader, columnNames);
		return await loadTable(context, operation, { itemIndex, source, reader, fields });
	} finally {
		await reader.close();
	}
}

/** A file whose columns are known. */
interface OpenFile {
	itemIndex: number;
	source: BinaryFile;
	reader: TableReader;
	fields: ReturnType<typeof fieldsOfFile>;
}

async function loadTable<Payload, Known extends object>(
	context: IExecuteFunctions,
	operation: FileOperation<Payload, Known>,
	{ itemIndex, source, reader, fields }: OpenFile,
): Promise<INodeExecutionData[]> {
	const { titles } = reader;
	const { name, shownName, storedIn } = source;
	const { service, resultColumns, checkColumns } = operation;
	const trial = readTrial(context, itemIndex);
	const statuses =
		trial.mode === 'off' ? operation.statuses : withTrialStatuses(operation.statuses, 'failed');
	const prepared = await operation.prepare(context, { itemIndex, fields, columns: new TableColumns(titles) });
	const opened = trial.mode === 'check' ? undefined : await prepared.open();
	const files = new RowFiles(context, {
		name,
		titles,
		resultColumns: opened ? resultColumns : checkColumns,
		isStreamed: storedIn === 'disk',
	});
	try {
		const isFirst = trial.mode === 'first';
		const account = new LoadAccount(context, {
			service,
			statuses,
			before: isFirst ? `${shownName}: ${sayOfFirst(trial.rows)}` : `${shownName}:`,
			isTrial: isFirst,
			whereReasonsAre: whereFailedRowsAre,
		});
		const { countryCodes } = prepared;
		const columnUse = new ColumnUse(prepared.columns);
		const noted = { ...prepared, readRow: columnUse.noting(prepared.readRow) };
		const toFinish = { itemIndex, source, statuses, files, account, countryCodes };
		if (!opened) {
			const toCheck = { operation, prepared: noted, statuses, reader, files, columnUse };
			const check = await checkFile(context, toCheck);
			const checked = await finishFileCheck(context, { ...toFinish, check });
			return checked ? [checked] : [];
		}
		const toLoad = { itemIndex, operation, prepared: noted, opened, trial, reader, files, account };
		const loaded = await loadFile(context, toLoad);
		const said = isFirst ? { before: sayOfFirst(trial.rows), behind: howToLoad } : undefined;
		const item = await finishFile(context, {
			...toFinish,
			columnUse,
			client: opened.client,
			loaded,
			trial: said,
		});
		return item ? [item] : [];
	} finally {
		await files.abandon();
	}
}
