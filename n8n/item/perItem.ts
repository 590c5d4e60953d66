import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { CircuitBreaker } from '../../bulk/request/circuitBreaker';
import type { Client } from '../../bulk/request/send';
import { problemOf, toFormError } from '../formError';
import { InputProblem } from '../inputProblem';
import { errorItem, naming, refusedItem, toInputError, unsentItem } from './itemErrors';
import type { ItemForm } from '../form/itemForm';
import { asError, carryOutItem, type ItemWork } from './itemWork';
import { onlyOnce } from './onlyOnce';
import { toServiceError, type ErrorMessage } from '../serviceError';

/** What this needs to know of a service. */
interface PerItemService {
	/** Its name, as people write it. */
	name: string;
	openClient(context: IExecuteFunctions): Promise<Client>;
	/** Reads an item's form. @throws InputProblem with all that is wrong with it */
	read(form: ItemForm): ItemWork;
}

/**
 * Runs an operation that goes item by item: first every item is read and checked, then the requests are sent, one
 * item after the other, because two items may concern the same thing, and the last one is to win.
 *
 * On Error "Stop Workflow": the first thing that is wrong is thrown; if it stands in a form, no request was made.
 * Otherwise the item comes out with `error` and `details`, which n8n takes for the error output, and the others go on.
 *
 * @returns the items of the one output, in the order of the input, each paired to its input item
 */
export async function runPerItem(
	context: IExecuteFunctions,
	service: PerItemService,
): Promise<INodeExecutionData[][]> {
	const plans = context.getInputData().map((_, itemIndex) => plan(context, service, itemIndex));
	const stops = !context.continueOnFail();
	const refused = plans.flatMap((one, itemIndex) => ('problem' in one ? { ...one, itemIndex } : []));
	const [firstRefused] = refused;
	if (stops && firstRefused) throw toInputError(context, firstRefused, refused);
	if (refused.length === plans.length) return [refused.map(refusedItem)];

	let client: Client;
	try {
		client = await service.openClient(context);
	} catch (error) {
		if (stops) throw toFormError(context, error);
		const problem = problemOf(error);
		return [plans.map((_, itemIndex) => refusedItem({ itemIndex, problem }))];
	}
	const breaker = new CircuitBreaker(stops);
	const output: INodeExecutionData[] = [];
	let lastMessage = '';
	for (const [itemIndex, work] of plans.entries()) {
		if ('problem' in work) {
			output.push(refusedItem({ ...work, itemIndex }));
			continue;
		}
		if (breaker.isOpenForAll()) {
			output.push(unsentItem(lastMessage, itemIndex));
			continue;
		}
		const outcome = await carryOutItem(work, client);
		if (outcome instanceof InputProblem) {
			const { code, message, advice } = outcome;
			const errorMessage = { code, message: naming(message, itemIndex), description: advice };
			if (stops) {
				const { description } = withProgress(errorMessage, itemIndex, plans.length);
				throw new NodeOperationError(context.getNode(), errorMessage.message, { description, itemIndex });
			}
			output.push(errorItem(errorMessage, itemIndex));
		} else if ('failure' in outcome) {
			const { failure, changes } = outcome;
			if (failure.kind === 'cancelled') break;
			const { code, message, advice, details } = work.explain(failure);
			const doubt =
				failure.mayHaveBeenApplied && changes ? `${service.name} may have carried it out all the same. ` : '';
			const errorMessage = {
				code,
				message: naming(message, itemIndex),
				description: `${doubt}${advice}`,
				details,
			};
			if (stops)
				throw toServiceError(
					context,
					failure,
					withProgress(errorMessage, itemIndex, plans.length),
					itemIndex,
				);
			output.push(errorItem(errorMessage, itemIndex, failure.status));
			breaker.record('', [failure], false);
			lastMessage = message;
		} else {
			const binary = work.binary?.();
			for (const json of outcome.results) {
				output.push({ json, ...(binary && { binary }), pairedItem: { item: itemIndex } });
			}
			breaker.record('', [], true);
		}
	}
	return [output];
}

type Plan = ItemWork | { problem: InputProblem };

function plan(context: IExecuteFunctions, service: PerItemService, itemIndex: number): Plan {
	try {
		const form: ItemForm = {
			context,
			itemIndex,
			value: (field) => context.getNodeParameter(field, itemIndex, null) ?? undefined,
			rawValue: (field) =>
				context.getNodeParameter(field, itemIndex, null, { rawExpressions: true }) ?? undefined,
		};
		const work = service.read(form);
		const { once } = work;
		return once ? onlyOnce(form, { ...work, once }, service.name) : work;
	} catch (error) {
		if (error instanceof InputProblem) return { problem: error };
		const message = `A field could not be read: ${asError(error).message}`;
		return {
			problem: new InputProblem('EXPRESSION_FAILED', message, 'Correct the expression in the field.'),
		};
	}
}

function withProgress(errorMessage: ErrorMessage, done: number, items: number): ErrorMessage {
	if (items === 1) return errorMessage;
	return {
		...errorMessage,
		description: `${errorMessage.description} ${done} of ${items} items were done before.`,
	};
}
