import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { problemOf, toFormError } from '../formError';
import { InputProblem } from '../inputProblem';
import { refusedItem } from '../item/itemErrors';

/** One entry of the Operation drop-down: its form and what it does. */
export interface Operation<Resource extends string = string> {
	/** Stored value of the Resource drop-down. */
	resource: Resource;
	/** As shown in the drop-down. */
	name: string;
	/** As stored in workflows: never renamed. */
	value: string;
	/** As shown in the node panel's list of actions. */
	action: string;
	description: string;
	/** Shown for this operation only; conditions of their own are kept. */
	fields: INodeProperties[];
	/** @returns one list of items per output */
	run(context: IExecuteFunctions): Promise<INodeExecutionData[][]>;
}

const resourceDropDown: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: [],
	default: '',
};

const operationDropDown: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [],
	default: '',
};

/**
 * Makes the drop-downs and the form of a node out of its operations.
 *
 * @param resources label and stored value of each, in the order in which they are shown
 * @param operations in the order in which they are shown
 * @param defaults the stored values that a new node starts with
 */
export function buildForm(
	resources: ReadonlyArray<{ name: string; value: string }>,
	operations: readonly Operation[],
	defaults: { resource: string; operation: Record<string, string> },
): INodeProperties[] {
	return [
		{ ...resourceDropDown, options: [...resources], default: defaults.resource },
		...resources.map(({ value }): INodeProperties =>
			operationsOf(value, operations, defaults.operation[value]),
		),
		...operations.flatMap(fieldsOf),
	];
}

function operationsOf(
	resource: string,
	operations: readonly Operation[],
	byDefault: string | undefined,
): INodeProperties {
	const options = operations
		.filter((operation) => operation.resource === resource)
		.map(({ name, value, action, description }) => ({ name, value, action, description }));
	return {
		...operationDropDown,
		displayOptions: { show: { resource: [resource] } },
		options,
		default: byDefault ?? options[0]?.value ?? '',
	};
}

function fieldsOf({ resource, value, fields }: Operation): INodeProperties[] {
	return fields.map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { resource: [resource], operation: [value], ...field.displayOptions?.show },
		},
	}));
}

/**
 * Runs the operation that the person chose.
 *
 * @returns one list of items per output
 * @throws NodeOperationError for an operation that only a newer version of the node has; nothing with On Error:
 * Continue, when each item says so instead, because n8n would send the input items out of the success branch
 */
export async function runOperation(
	context: IExecuteFunctions,
	operations: readonly Operation[],
): Promise<INodeExecutionData[][]> {
	try {
		const resource = context.getNodeParameter('resource', 0);
		const value = context.getNodeParameter('operation', 0);
		const operation = operations.find((one) => one.resource === resource && one.value === value);
		if (operation) return await operation.run(context);
		throw new InputProblem(
			'UNKNOWN_OPERATION',
			`This version of the node cannot do "${resource}: ${value}".`,
			'Choose an operation from the list, or update the node.',
		);
	} catch (error) {
		if (!context.continueOnFail()) throw toFormError(context, error);
		const problem = problemOf(error);
		return [context.getInputData().map((_, itemIndex) => refusedItem({ itemIndex, problem }))];
	}
}
