import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { agentAnswer } from '../agent/agentAnswer';
import { withDescriptionInMessage } from '../agent/agentError';
import { isAgentTool } from '../agent/isAgentTool';
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
	/** What the model of an agent is told that the tool does, instead of the description: sentences. */
	forAgents?: string;
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
 * @param service its name, as people write it
 */
export function buildForm(
	resources: ReadonlyArray<{ name: string; value: string }>,
	operations: readonly Operation[],
	defaults: { resource: string; operation: Record<string, string> },
	service: string,
): INodeProperties[] {
	return [
		{ ...resourceDropDown, options: [...resources], default: defaults.resource },
		...resources.map(({ value }): INodeProperties =>
			operationsOf(value, operations, defaults.operation[value]),
		),
		...operations.map((operation) => toolDescription(operation, service)),
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

/**
 * What an agent's model is told of an operation, for people to change. n8n would tell it the action alone, "Start call in
 * Altur", and has a field of this name only for nodes that have none.
 */
function toolDescription(
	{ resource, value, description, forAgents }: Operation,
	service: string,
): INodeProperties {
	return {
		displayName: 'Tool Description',
		name: 'toolDescription',
		type: 'string',
		typeOptions: { rows: 3 },
		required: true,
		default: `${service}: ${forAgents ?? `${description.replace(/\.$/, '')}.`}`,
		description: 'What the agent is told of this tool, so that it knows what it does and when to use it',
		displayOptions: { show: { '@tool': [true], resource: [resource], operation: [value] } },
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
		if (operation) {
			const outputs = await operation.run(context);
			return isAgentTool(context) ? [agentAnswer(outputs)] : outputs;
		}
		throw new InputProblem(
			'UNKNOWN_OPERATION',
			`This version of the node cannot do "${resource}: ${value}".`,
			'Choose an operation from the list, or update the node.',
		);
	} catch (error) {
		if (!context.continueOnFail()) {
			const thrown = toFormError(context, error);
			throw isAgentTool(context) ? withDescriptionInMessage(thrown) : thrown;
		}
		const problem = problemOf(error);
		return [context.getInputData().map((_, itemIndex) => refusedItem({ itemIndex, problem }))];
	}
}
