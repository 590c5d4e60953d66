import type { IDataObject, IExecuteFunctions, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import type { BatchService } from '../../bulk/batchService';
import type { ReadRow, RowResult } from '../../bulk/rows';
import type { Client } from '../../bulk/request/send';
import { LoadAccount } from './account';
import { finishLoad } from './finishLoad';
import type { FormColumns } from '../form/columns/formColumns';
import { readStopWhenFailed } from '../form/bulkOptions';
import { problemOf, toFormError } from '../formError';
import type { StatusLabel } from '../form/outputField';
import { readOutputForm, toOutputs, type ItemResult } from './outputs';
import type { LoadMessages } from './failure';
import { loadItems } from './loadItems';
import { readable } from './readable';
import { readRemainingRows, readRows } from './readRows';

/** What became of an input item, with what the person knows it by. */
export interface LoadedItem<Known extends object> extends ItemResult {
	known: Partial<Known>;
}

/** An operation that loads all input items at once. */
interface LoadOperation<Payload, Known extends object> {
	/** The service's name, as people write it. */
	service: string;
	/** In the order in which they are shown, counted and branched; `failed` among them. */
	statuses: readonly StatusLabel[];
	/** The key under which a result stands beside the input's columns, if the form offers to include those. */
	besideInput?: string;
	/** What is worth a word after the run, besides its sum. */
	hintFor?(entries: ReadonlyArray<LoadedItem<Known>>): NodeExecutionHint | undefined;
	/** A result as it leaves the node; an `error_message` in it explains a failed row. */
	toJson(item: LoadedItem<Known>): IDataObject;
	/**
	 * Reads what a person knows a row by, each part by itself, for rows that could not be read as a whole.
	 *
	 * @returns readers of one row, by what they read; what one throws is passed over
	 */
	identify(context: IExecuteFunctions): Identifier<Known>;
	/**
	 * Reads the form and opens the way to the service.
	 *
	 * @throws InputProblem, or an error of n8n's own, for what makes the whole run impossible
	 */
	prepare(context: IExecuteFunctions): Promise<PreparedLoad<Payload, Known>>;
}

/** Readers of what a person knows a row by. */
export type Identifier<Known extends object> = {
	[Part in keyof Known]: (json: IDataObject, itemIndex: number) => Known[Part] | undefined;
};

/** A load that can begin. */
interface PreparedLoad<Payload, Known extends object> {
	/** The form, for a word about columns that made the run slow. */
	formColumns: FormColumns;
	client: Client;
	/** Rows per request. */
	batchSize: number;
	service: BatchService<Payload>;
	messages: LoadMessages;
	/**
	 * Reads one input item.
	 *
	 * @param known filled with what the person knows the row by, as soon as that is read
	 * @throws InputProblem for what makes this row impossible
	 */
	readRow(json: IDataObject, itemIndex: number, known: Partial<Known>): ReadRow<Payload>;
	/** What is done with the results before they are handed on, such as putting stored contacts into an audience. */
	andThen?(results: RowResult[], known: ReadonlyMap<number, Partial<Known>>): Promise<RowResult[]>;
}

/**
 * Makes the `run` of an operation that loads all input items at once: one result per item, in the order of the items.
 *
 * A row that cannot be sent, or that the service refuses, is a failed result and never ends the run. What is wrong
 * with the form or the credential, and a request that finally fails, ends it with an error, unless On Error is
 * Continue: then it makes rows `failed`, because for what is thrown n8n would send all input items out of the
 * success branch.
 */
export function runLoad<Payload, Known extends object>(
	operation: LoadOperation<Payload, Known>,
): (context: IExecuteFunctions) => Promise<INodeExecutionData[][]> {
	return async (context) => {
		if (context.getInputData().length === 0) return [[]];
		try {
			return await loadPrepared(context, operation, await operation.prepare(context));
		} catch (error) {
			if (!context.continueOnFail()) throw toFormError(context, error);
			return failEveryItem(context, operation, error);
		}
	};
}

async function loadPrepared<Payload, Known extends object>(
	context: IExecuteFunctions,
	operation: LoadOperation<Payload, Known>,
	{ formColumns, client, batchSize, service, messages, readRow, andThen }: PreparedLoad<Payload, Known>,
): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const known = new Map<number, Partial<Known>>();
	const fillIn = knownFiller(context, operation);
	const read = (json: IDataObject, itemIndex: number) => {
		const ofRow: Partial<Known> = {};
		known.set(itemIndex, ofRow);
		let isRead = false;
		try {
			const row = readRow(json, itemIndex, ofRow);
			isRead = true;
			return row;
		} finally {
			// What was thrown makes a refused row of it.
			if (!isRead) fillIn(json, itemIndex, ofRow);
		}
	};
	const account = new LoadAccount(context, operation);
	const rows = readRows(items, read);
	const mostFailedPerCent = readStopWhenFailed(context);
	const toLoad = { rows, batchSize, service, client, mostFailedPerCent };
	const loaded = await loadItems(context, toLoad, messages, account);
	const results = andThen ? await andThen(loaded, known) : loaded;
	if (!client.signal?.aborted) await readRemainingRows(items, (itemIndex) => known.has(itemIndex), read);

	const entries = results.map((result, itemIndex): LoadedItem<Known> => ({
		itemIndex,
		result,
		known: known.get(itemIndex) ?? {},
	}));
	const { statuses, besideInput, toJson } = operation;
	const form = { ...readOutputForm(context, besideInput), statuses, toJson };
	const outputs = finishLoad(context, entries, { ...form, account, client, formColumns });
	const hint = operation.hintFor?.(entries);
	if (hint) context.addExecutionHints(hint);
	return outputs;
}

/** Every row comes out failed, with the reason why nothing could be sent. */
function failEveryItem<Payload, Known extends object>(
	context: IExecuteFunctions,
	operation: LoadOperation<Payload, Known>,
	error: unknown,
): INodeExecutionData[][] {
	const { code, message, advice } = problemOf(error);
	const problem = { code, message: `${message} ${advice}`.trim() };
	const items = context.getInputData();
	const result = { status: 'failed', problem };
	const fillIn = knownFiller(context, operation);
	const entries = items.map(({ json }, itemIndex): LoadedItem<Known> => {
		const known: Partial<Known> = {};
		fillIn(json, itemIndex, known);
		return { itemIndex, result, known };
	});
	const { statuses, besideInput, toJson } = operation;
	return toOutputs(entries, items, { ...readOutputForm(context, besideInput), statuses, toJson });
}

/** @returns a function that fills in what is not known of a row yet, as far as it can be read; it does not throw */
function knownFiller<Payload, Known extends object>(
	context: IExecuteFunctions,
	operation: LoadOperation<Payload, Known>,
): (json: IDataObject, itemIndex: number, known: Partial<Known>) => void {
	let parts: Identifier<Known> | undefined;
	return (json, itemIndex, known) => {
		parts ??= readable(() => operation.identify(context));
		for (const part in parts) known[part] ??= readable(() => parts?.[part](json, itemIndex));
	};
}
