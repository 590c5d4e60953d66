import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Client } from '../../bulk/request/send';
import type { FormColumns } from '../form/columns/formColumns';
import { toOutputs, type ItemResult, type OutputForm } from './outputs';
import { slowColumnHint, summarize } from './summary';

/** How a load is summed up and handed on. */
export interface Finish<Entry extends ItemResult> extends OutputForm<Entry> {
	/** The service's name, as people write it. */
	service: string;
	/** What the requests left by. */
	client: Client;
	/** The form, for a word about columns that made the run slow. */
	formColumns: FormColumns;
}

/**
 * Ends a load: the sum as a hint below the output, and in the execution's log when the person pressed Stop, because
 * nothing comes out then.
 *
 * @returns n8n's items, one list per output
 */
export function finishLoad<Entry extends ItemResult>(
	context: IExecuteFunctions,
	results: readonly Entry[],
	{ service, client, formColumns, ...form }: Finish<Entry>,
): INodeExecutionData[][] {
	const items = context.getInputData();
	const summary = summarize(service, form.statuses, results, client.counts);
	if (client.signal?.aborted) context.logger.info(`${service}: stopped after ${summary}`);
	context.addExecutionHints({ type: 'info', location: 'outputPane', message: summary });
	const slow = slowColumnHint(formColumns.labelled, items.length);
	if (slow) context.addExecutionHints(slow);
	return toOutputs(results, items, form);
}
