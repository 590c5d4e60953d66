import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import type { InputProblem } from '../inputProblem';
import type { ErrorMessage } from '../serviceError';

/** An item whose form cannot be sent. */
interface RefusedItem {
	itemIndex: number;
	problem: InputProblem;
}

/**
 * The one error of a run that ends before it began, because of the form of an item.
 *
 * @param refused all such items, in order
 */
export function toInputError(
	context: IExecuteFunctions,
	{ itemIndex, problem }: RefusedItem,
	refused: readonly RefusedItem[],
): NodeOperationError {
	const others = refused.filter((other) => other.itemIndex !== itemIndex);
	const also =
		others.length === 0
			? ''
			: ` Also to correct: ${others.length === 1 ? 'item' : 'items'} ${listed(others)}.`;
	return new NodeOperationError(context.getNode(), naming(problem.message, itemIndex), {
		description: `${problem.advice} Nothing was sent.${also}`,
		itemIndex,
	});
}

function listed(items: readonly RefusedItem[]): string {
	const shown = items
		.slice(0, 5)
		.map(({ itemIndex }) => itemIndex)
		.join(', ');
	return items.length > 5 ? `${shown} and ${items.length - 5} more` : shown;
}

/** What comes out for an item whose form cannot be sent, when the others go on. */
export function refusedItem({
	itemIndex,
	problem: { code, message, advice },
}: RefusedItem): INodeExecutionData {
	return errorItem({ code, message: naming(message, itemIndex), description: advice }, itemIndex);
}

/** What comes out for an item that was not sent, because requests before it came to nothing. */
export function unsentItem(reason: string, itemIndex: number): INodeExecutionData {
	const message = `The item was not sent, because an earlier request failed: ${reason}`;
	const description = 'Solve that first, then run this item again.';
	return errorItem({ code: 'NOT_SENT', message: naming(message, itemIndex), description }, itemIndex);
}

/**
 * What comes out for an item that failed. It has no key besides `error` and `details`: so n8n moves it to the error
 * output, and adds the input's columns.
 *
 * @param status of the answer, if one came
 */
export function errorItem(
	{ code, message, description, details }: ErrorMessage,
	itemIndex: number,
	status?: number,
): INodeExecutionData {
	const known = { code, description, ...(status !== undefined && { http_status: status }), ...details };
	return { json: { error: message, details: known }, pairedItem: { item: itemIndex } };
}

/** A message with the item it is about. */
export function naming(message: string, itemIndex: number): string {
	return `${message.replace(/\.$/, '')} [item ${itemIndex}]`;
}
