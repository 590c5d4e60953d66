import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { load, type Load } from '../../bulk/load';
import type { RowResult } from '../../bulk/rows';
import { naming } from '../item/itemErrors';
import { resultsOfAllItems, toLoadError, type LoadMessages } from './failure';

/**
 * Loads all input items and gives one result per item, in the order of the items.
 *
 * @param toLoad its rows are made of the items, in their order
 * @throws unless On Error is Continue: NodeApiError for a request that finally failed, NodeOperationError for an
 * expression that n8n could work out for no row at all
 */
export async function loadItems<Payload>(
	context: IExecuteFunctions,
	toLoad: Omit<Load<Payload>, 'stopAtFailure'>,
	messages: LoadMessages,
): Promise<RowResult[]> {
	const itemCount = context.getInputData().length;
	const stopAtFailure = !context.continueOnFail();
	const report = await load({ ...toLoad, stopAtFailure });
	const failure = report.failed.find((batch) => batch.failure.kind !== 'cancelled');
	if (stopAtFailure && failure && !toLoad.client.signal?.aborted) {
		throw toLoadError(context, failure, report, messages, itemCount);
	}
	const results = resultsOfAllItems(report, messages, itemCount);
	const [first] = results;
	const isOfForm = results.every(({ problem }) => problem?.code === 'EXPRESSION_FAILED');
	if (stopAtFailure && isOfForm && first?.problem) {
		const { message: told } = first.problem;
		const message = itemCount === 1 ? naming(told, 0) : told.replace('of this row', 'of the form');
		throw new NodeOperationError(context.getNode(), message, { description: 'Nothing was sent.' });
	}
	return results;
}
