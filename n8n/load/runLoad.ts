import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { firstRows } from '../../bulk/firstRows';
import { showsItsColumns } from '../form/columns/filledColumns';
import { LoadAccount } from './account';
import { ColumnUse } from './columnUse';
import { finishCheck, finishLoad } from './finishLoad';
import { readStopWhenFailed } from '../form/bulkOptions';
import { problemOf, toFormError } from '../formError';
import { readTrial, type Trial } from '../form/trial';
import { readOutputForm, toOutputs, type OutputForm } from './outputs';
import { knownFiller, KnownRows } from './knownRows';
import { loadItems } from './loadItems';
import type { LoadedItem, LoadOperation, PreparedLoad } from './loadOperation';
import { checkItems } from './trial/checkItems';
import { sayOfFirst } from './trial/trialWords';
import type { TrialTraits } from './trial/trialTraits';

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
	const mostFailedPerCent = readStopWhenFailed(context);
	const { columns, formColumns } = prepared;
	const columnUse = columns && new ColumnUse(columns, () => formColumns.labelled.every(showsItsColumns));
	const readRow = columnUse?.noting(prepared.readRow) ?? prepared.readRow;
	const rows = new KnownRows(context, operation.identify, readRow);
	return traits && trial.mode === 'check'
		? await checkRows(context, operation, { ...prepared, trial: traits, columnUse }, rows)
		: await loadRows(context, operation, { ...prepared, columnUse }, rows, { trial, mostFailedPerCent });
}

async function checkRows<Payload, Known extends object>(
	context: IExecuteFunctions,
	operation: LoadOperation<Payload, Known>,
	prepared: PreparedLoad<Payload, Known> & { trial: TrialTraits<Payload>; columnUse?: ColumnUse },
	rows: KnownRows<Payload, Known>,
): Promise<INodeExecutionData[][]> {
	const { statuses } = operation;
	const account = new LoadAccount(context, operation);
	const { results, sum } = await checkItems(context, { ...prepared, rows: rows.rows(), statuses });
	if (!context.getExecutionCancelSignal()?.aborted) await rows.readRemaining();
	const outputForm = readOutputsOf(context, operation);
	const { formColumns } = prepared;
	return finishCheck(context, rows.entriesOf(results), { ...outputForm, account, sum, formColumns });
}

async function loadRows<Payload, Known extends object>(
	context: IExecuteFunctions,
	operation: LoadOperation<Payload, Known>,
	prepared: PreparedLoad<Payload, Known> & { columnUse?: ColumnUse },
	known: KnownRows<Payload, Known>,
	{ trial, mostFailedPerCent }: { trial: Trial; mostFailedPerCent: number | undefined },
): Promise<INodeExecutionData[][]> {
	const { formColumns, columnUse, batchSize, service, messages } = prepared;
	const { client, andThen } = await prepared.open();
	const isTrial = trial.mode === 'first';
	const before = isTrial ? sayOfFirst(trial.rows) : undefined;
	const account = new LoadAccount(context, { ...operation, before, isTrial });
	const rows = isTrial ? firstRows(known.rows(), trial.rows, service) : known.rows();
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
		columnUse,
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
