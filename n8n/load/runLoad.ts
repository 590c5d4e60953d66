import type { IDataObject, IExecuteFunctions, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import type { BatchService } from '../../bulk/batchService';
import type { ReadRow, RowResult } from '../../bulk/rows';
import type { Client } from '../../bulk/request/send';
import { firstRows } from '../../bulk/firstRows';
import { LoadAccount } from './account';
import { finishCheck, finishLoad } from './finishLoad';
import type { FormColumns } from '../form/columns/formColumns';
import { readStopWhenFailed } from '../form/bulkOptions';
import { problemOf, toFormError } from '../formError';
import type { StatusLabel } from '../form/outputField';
import { readTrial, type Trial } from '../form/trial';
import { readOutputForm, toOutputs, type ItemResult, type OutputForm } from './outputs';
import type { LoadMessages } from './failure';
import { knownFiller, KnownRows } from './knownRows';
import { loadItems } from './loadItems';
import { checkItems } from './trial/checkItems';
import { sayOfFirst } from './trial/trialWords';
import type { TrialTraits } from './trial/trialTraits';

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
	 * Reads the form.
	 *
	 * @throws InputProblem, or an error of n8n's own, for what makes the whole run impossible
	 */
	prepare(context: IExecuteFunctions): PreparedLoad<Payload, Known>;
}

/** Readers of what a person knows a row by. */
export type Identifier<Known extends object> = {
	[Part in keyof Known]: (json: IDataObject, itemIndex: number) => Known[Part] | undefined;
};

/** A load that can begin. */
interface PreparedLoad<Payload, Known extends object> {
	/** The form, for a word about columns that made the run slow. */
	formColumns: FormColumns;
	/** What a trial has to know of it, if the form offers one. */
	trial?: TrialTraits<Payload>;
	/**
	 * Opens the way to the service. Not called for a trial that sends nothing.
	 *
	 * @throws InputProblem, or an error of n8n's own, when the credential cannot be used
	 */
	open(): Promise<OpenedLoad<Known>>;
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
}

/** The way of a load to its service. */
interface OpenedLoad<Known extends object> {
	client: Client;
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
			return await loadPrepared(context, operation, operation.prepare(context));
		} catch (error) {
			if (!context.continueOnFail()) throw toFormError(context, error);
			return failEveryItem(context, operation, error);
		}
	};
}

async function loadPrepared<Payload, Known extends object>(
	context: IExecuteFunctions,
	operation: LoadOperation<Payload, Known>,
	prepared: PreparedLoad<Payload, Known>,
): Promise<INodeExecutionData[][]> {
	const { trial: traits } = prepared;
	const trial: Trial = traits ? readTrial(context) : { mode: 'off' };
	const rows = new KnownRows(context, operation.identify, prepared.readRow);
	return traits && trial.mode === 'check'
		? await checkRows(context, operation, { ...prepared, trial: traits }, rows)
		: await loadRows(context, operation, prepared, rows, trial);
}

async function checkRows<Payload, Known extends object>(
	context: IExecuteFunctions,
	operation: LoadOperation<Payload, Known>,
	prepared: PreparedLoad<Payload, Known> & { trial: TrialTraits<Payload> },
	rows: KnownRows<Payload, Known>,
): Promise<INodeExecutionData[][]> {
	const { statuses } = operation;
	const account = new LoadAccount(context, operation);
	const { results, sum } = await checkItems(context, { ...prepared, rows: rows.rows(), statuses });
	const outputForm = readOutputsOf(context, operation);
	const { formColumns } = prepared;
	return finishCheck(context, rows.entriesOf(results), { ...outputForm, account, sum, formColumns });
}

async function loadRows<Payload, Known extends object>(
	context: IExecuteFunctions,
	operation: LoadOperation<Payload, Known>,
	{ formColumns, batchSize, service, messages, open }: PreparedLoad<Payload, Known>,
	known: KnownRows<Payload, Known>,
	trial: Trial,
): Promise<INodeExecutionData[][]> {
	const { client, andThen } = await open();
	const isTrial = trial.mode === 'first';
	const before = isTrial ? sayOfFirst(trial.rows) : undefined;
	const account = new LoadAccount(context, { ...operation, before, isTrial });
	const rows = isTrial ? firstRows(known.rows(), trial.rows, service) : known.rows();
	const mostFailedPerCent = readStopWhenFailed(context);
	const toLoad = { rows, batchSize, service, client, mostFailedPerCent };
	const loaded = await loadItems(context, toLoad, messages, account);
	const results = andThen ? await andThen(loaded, known.known) : loaded;
	if (!client.signal?.aborted) await known.readRemaining();

	const entries = known.entriesOf(results);
	const outputForm = readOutputsOf(context, operation);
	const outputs = finishLoad(context, entries, {
		...outputForm,
		account,
		client,
		formColumns,
		trial: before,
	});
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
	const fillIn = knownFiller(context, operation.identify);
	const entries = items.map(({ json }, itemIndex): LoadedItem<Known> => {
		const known: Partial<Known> = {};
		fillIn(json, itemIndex, known);
		return { itemIndex, result, known };
	});
	return toOutputs(entries, items, readOutputsOf(context, operation));
}

function readOutputsOf<Payload, Known extends object>(
	context: IExecuteFunctions,
	{ statuses, besideInput, toJson }: LoadOperation<Payload, Known>,
): OutputForm<LoadedItem<Known>> {
	return { ...readOutputForm(context, besideInput), statuses, toJson };
}
