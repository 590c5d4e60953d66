import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import type { Load } from '../../bulk/load';
import { loadAndReport } from '../../bulk/loadReport';
import type { RowResult } from '../../bulk/rows';
import { naming } from '../item/itemErrors';
import type { LoadAccount } from './account';
import { nameRows, toLoadError, type LoadMessages } from './failure';
import { resultsOfAllItems, tooManyFailed } from './lostRows';
import { notSent, Tally } from './tally';

/**
 * Loads all input items and gives one result per item, in the order of the items.
 *
 * @param toLoad its rows are made of the items, in their order
 * @param account where the progress is told, and the end of a load that fails
 * @param rowCount rows that are loaded, if these are not all input items
 * @throws unless On Error is Continue: NodeApiError for a request that finally failed, NodeOperationError for an
 * expression that n8n could work out for no row at all
 */
export async function loadItems<Payload>(
	context: IExecuteFunctions,
	toLoad: Omit<Load<Payload>, 'stopAtFailure' | 'onProgress'>,
	messages: LoadMessages,
	account: LoadAccount,
	rowCount = context.getInputData().length,
): Promise<RowResult[]> {
	const itemCount = context.getInputData().length;
	const stopAtFailure = !context.continueOnFail();
	const { client } = toLoad;
	const report = await account.follow(
		rowCount,
		client,
		async (onProgress) => await loadAndReport({ ...toLoad, stopAtFailure, onProgress }),
	);
	const results = resultsOfAllItems(report, messages, itemCount);
	// The last rows may be those that were too many.
	const isCutShort = report.hadTooManyFailed && results.some(({ problem }) => problem?.code === notSent);
	if (isCutShort) account.endsEarly(`The load was ended early. ${tooManyFailed}`);
	const failure = report.failed.find((batch) => batch.failure.kind !== 'cancelled');
	if (stopAtFailure && failure && !client.signal?.aborted) {
		account.close('failed', Tally.of(results), client);
		const { itemIndexes } = failure;
		throw toLoadError(context, failure, messages, {
			answered: Tally.of(report.results.values()),
			rowCount: itemCount,
			where: nameRows('item', itemIndexes),
			// With an index, the editor would write "[item 0]" behind the items that the message names.
			itemIndex: itemIndexes.length === 1 ? itemIndexes[0] : undefined,
		});
	}
	refuseUnreadableForm(context, results);
	return results;
}

/**
 * An expression that n8n could work out for no row at all is wrong in the form, and ends the run.
 *
 * @throws NodeOperationError that says so, unless On Error is Continue
 */
export function refuseUnreadableForm(context: IExecuteFunctions, results: readonly RowResult[]): void {
	const [first] = results;
	const isOfForm = results.every(({ problem }) => problem?.code === 'EXPRESSION_FAILED');
	if (context.continueOnFail() || !isOfForm || !first?.problem) return;
	const { message: told } = first.problem;
	const message = results.length === 1 ? naming(told, 0) : told.replace('of this row', 'of the form');
	throw new NodeOperationError(context.getNode(), message, { description: 'Nothing was sent.' });
}
