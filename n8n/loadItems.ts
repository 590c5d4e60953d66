import type { IExecuteFunctions } from 'n8n-workflow';
import { load, type Load } from '../bulk/load';
import type { RowResult } from '../bulk/rows';
import { UnreadableRow } from './inputProblem';
import { completeResults, toLoadError, toRowError, type LoadWords } from './loadFailure';

/**
 * Loads all input items and gives one result per item, in the order of the items.
 *
 * @param rows made of the items; told whether a row that the form makes impossible is refused by itself (On Error:
 * Continue), or ends the run
 * @throws NodeApiError for a request that finally failed, NodeOperationError for a row that the form makes impossible,
 * both unless On Error is Continue
 */
export async function loadItems<Payload>(
	context: IExecuteFunctions,
	{
		rows,
		...rest
	}: Omit<Load<Payload>, 'rows' | 'stopAtFailure'> & {
		rows: (refuseOnly: boolean) => Load<Payload>['rows'];
	},
	words: LoadWords,
): Promise<RowResult[]> {
	const itemCount = context.getInputData().length;
	const stopAtFailure = !context.continueOnFail();
	const report = await load({ ...rest, rows: rows(!stopAtFailure), stopAtFailure });
	const failure = report.failed.find((batch) => batch.failure.kind !== 'cancelled');
	if (stopAtFailure && failure && !rest.channel.signal?.aborted) {
		throw toLoadError(context, failure, report, words, itemCount);
	}
	if (report.readingEnded) {
		const { error } = report.readingEnded;
		throw error instanceof UnreadableRow ? toRowError(context, error, report, words, itemCount) : error;
	}
	return completeResults(report, words, itemCount);
}
