import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Client } from '../../bulk/request/send';
import type { FormColumns } from '../form/columns/formColumns';
import type { LoadAccount } from './account';
import type { ColumnUse } from './columnUse';
import { sayWhatWasCompleted } from './completedNumbers';
import { readFailWhenAllFail } from '../form/bulkOptions';
import { failWhenAllFailed, sayMostFailed } from './mostFailed';
import { toOutputs, type ItemResult, type OutputForm } from './outputs';
import { notesHint } from './notesHint';
import { linkReasons } from './reasonLinks';
import { slowColumnHint } from './summary';
import { Tally } from './tally';
import { howToLoad } from './trial/trialWords';

/** How a load is summed up and handed on. */
export interface Finish<Entry extends ItemResult> extends OutputForm<Entry> {
	account: LoadAccount;
	/** What the requests left by. */
	client: Client;
	/** The form, for a word about columns that made the run slow, and about what its Default Country did. */
	formColumns: FormColumns;
	/** What became of the columns, if anybody is to hear of it. */
	columnUse?: ColumnUse;
	/** Which trial it was, a sentence. */
	trial?: string;
}

/** How a check is handed on. */
export interface CheckFinish<Entry extends ItemResult> extends OutputForm<Entry> {
	account: LoadAccount;
	/** As HTML. */
	sum: string;
	formColumns: FormColumns;
}

/**
 * Ends a load: closes its account, with the sum as a hint above the output.
 *
 * @returns n8n's items, one list per output
 */
export function finishLoad<Entry extends ItemResult>(
	context: IExecuteFunctions,
	results: readonly Entry[],
	{ account, client, formColumns, columnUse, trial, ...form }: Finish<Entry>,
): INodeExecutionData[][] {
	const tally = Tally.of(results.map(({ result }) => result));
	const isStopped = client.signal?.aborted ?? false;
	const summary = account.close(isStopped ? 'stopped' : 'finished', tally, client);
	// Of a load that was stopped, the rows that were not sent say nothing.
	const mostFailed = isStopped ? undefined : sayMostFailed(tally);
	if (!isStopped && readFailWhenAllFail(context)) failWhenAllFailed(context, tally, summary);
	if (trial === undefined && mostFailed) hint(context, 'warning', `${mostFailed} ${summary}`);
	else if (trial === undefined) hint(context, 'info', summary);
	else hint(context, 'warning', `${trial} ${summary} ${howToLoad}`);
	const notes = isStopped ? [] : [linkReasons(tally), columnUse?.say()];
	return handOn(context, results, notes, formColumns, form);
}

/**
 * Ends a check: tells of it wherever a load is told of, with the sum as a warning above the output, so that a trial that
 * is forgotten is seen.
 *
 * @returns n8n's items, one list per output
 */
export function finishCheck<Entry extends ItemResult>(
	context: IExecuteFunctions,
	results: readonly Entry[],
	{ account, sum, formColumns, ...form }: CheckFinish<Entry>,
): INodeExecutionData[][] {
	account.tell(sum);
	hint(context, 'warning', sum);
	const notes = [linkReasons(Tally.of(results.map(({ result }) => result)))];
	return handOn(context, results, notes, formColumns, { ...form, toJson: withAllKeys(results, form.toJson) });
}

function hint(context: IExecuteFunctions, type: 'info' | 'warning', message: string): void {
	context.addExecutionHints({ type, location: 'outputPane', message });
}

function handOn<Entry extends ItemResult>(
	context: IExecuteFunctions,
	results: readonly Entry[],
	notes: ReadonlyArray<string | undefined>,
	{ labelled, countryCodes }: FormColumns,
	form: OutputForm<Entry>,
): INodeExecutionData[][] {
	const items = context.getInputData();
	const hints = [
		notesHint([...notes, sayWhatWasCompleted(countryCodes)]),
		slowColumnHint(labelled, items.length),
	];
	context.addExecutionHints(...hints.filter((one) => one !== undefined));
	return toOutputs(results, items, form);
}

/** What would be sent is known of some rows only; the others have the same keys, with null, so that a table is whole. */
function withAllKeys<Entry extends ItemResult>(
	results: readonly Entry[],
	toJson: (entry: Entry) => IDataObject,
): (entry: Entry) => IDataObject {
	const empty: IDataObject = {};
	for (const entry of results) for (const key of Object.keys(toJson(entry))) empty[key] = null;
	return (entry) => ({ ...empty, ...toJson(entry) });
}
