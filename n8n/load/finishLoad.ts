import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Client } from '../../bulk/request/send';
import type { FormColumns } from '../form/columns/formColumns';
import type { LoadAccount } from './account';
import { sayWhatWasCompleted } from './completedNumbers';
import { toOutputs, type ItemResult, type OutputForm } from './outputs';
import { slowColumnHint } from './summary';

/** How a load is summed up and handed on. */
export interface Finish<Entry extends ItemResult> extends OutputForm<Entry> {
	account: LoadAccount;
	/** What the requests left by. */
	client: Client;
	/** The form, for a word about columns that made the run slow, and about what its Default Country did. */
	formColumns: FormColumns;
}

/**
 * Ends a load: closes its account, with the sum as a hint below the output.
 *
 * @returns n8n's items, one list per output
 */
export function finishLoad<Entry extends ItemResult>(
	context: IExecuteFunctions,
	results: readonly Entry[],
	{ account, client, formColumns, ...form }: Finish<Entry>,
): INodeExecutionData[][] {
	const items = context.getInputData();
	const summary = account.close(client.signal?.aborted ? 'stopped' : 'finished', results, client);
	context.addExecutionHints({ type: 'info', location: 'outputPane', message: summary });
	const codes = sayWhatWasCompleted(formColumns.countryCodes);
	if (codes) context.addExecutionHints({ type: 'info', location: 'outputPane', message: codes });
	const slow = slowColumnHint(formColumns.labelled, items.length);
	if (slow) context.addExecutionHints(slow);
	return toOutputs(results, items, form);
}
