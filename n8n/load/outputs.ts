import type { IBinaryKeyData, IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';
import type { RowResult } from '../../bulk/rows';
import { agentLoadAnswer } from '../agent/agentLoadAnswer';
import { isAgentTool } from '../agent/isAgentTool';
import { readable } from './readable';
import type { StatusLabel } from '../form/outputField';

/** What became of an input item. */
export interface ItemResult {
	itemIndex: number;
	result: RowResult;
}

const outputModes = ['perContact', 'perStatus', 'branches'] as const;

type OutputMode = (typeof outputModes)[number];

/** How the results are handed on. */
export interface OutputForm<Entry extends ItemResult> {
	output: OutputMode;
	/** In the order in which they are counted and branched; `failed` among them. */
	statuses: readonly StatusLabel[];
	/** The key under which the result stands beside the input's columns; undefined leaves those out. */
	besideInput?: string;
	/** Whether On Error is "Continue (using error output)". */
	hasErrorOutput: boolean;
	/** Whether an agent's model reads the results. */
	isForAgent: boolean;
	/** The result as it leaves the node; an `error_message` in it explains a failed row. */
	toJson(entry: Entry): IDataObject;
}

/**
 * Reads how the person wants the results, whatever else stands in the form: also a run that could not begin is told so.
 *
 * @param key under which a result stands beside the input's columns, if the form offers to include those
 */
export function readOutputForm(
	context: IExecuteFunctions,
	key: string | undefined,
): Pick<OutputForm<ItemResult>, 'output' | 'besideInput' | 'hasErrorOutput' | 'isForAgent'> {
	const isWanted = readable(() => context.getNodeParameter('options.includeInputFields', 0, false));
	const output = readable(() => context.getNodeParameter('output', 0, 'perContact'));
	return {
		output: z.enum(outputModes).catch('perContact').parse(output),
		besideInput: isWanted === true || isWanted === 'true' ? key : undefined,
		hasErrorOutput: context.getNode().onError === 'continueErrorOutput',
		isForAgent: isAgentTool(context),
	};
}

/**
 * Makes n8n's items of the results: one per row, one per status, or in branches; each paired to its input item.
 *
 * No result has a key `error` of its own, because n8n would take it for a failed node and run it all again. Only
 * with the error output on, failed rows carry it: so n8n moves them there, and adds the input's columns to them.
 *
 * An agent gets the one row as it is, whatever the form says, and of several their sum: n8n shows it the first output only.
 *
 * @returns one list per output
 */
export function toOutputs<Entry extends ItemResult>(
	results: readonly Entry[],
	inputs: readonly INodeExecutionData[],
	form: OutputForm<Entry>,
): INodeExecutionData[][] {
	if (form.isForAgent) return [toAgent(results, inputs, form)];
	const isForErrorOutput = ({ result }: Entry) => form.hasErrorOutput && result.status === 'failed';
	// At the end, because under Retry On Fail n8n takes an error in the very first item for a failed node.
	const errorItems = results
		.filter(isForErrorOutput)
		.map((entry) => toErrorItem(form.toJson(entry), entry.itemIndex, inputs[entry.itemIndex]?.binary));
	const ordinary = results.filter((entry) => !isForErrorOutput(entry));
	const outputs = arrange(ordinary, inputs, form);
	outputs[0] = [...(outputs[0] ?? []), ...errorItems];
	return outputs;
}

function toAgent<Entry extends ItemResult>(
	results: readonly Entry[],
	inputs: readonly INodeExecutionData[],
	form: OutputForm<Entry>,
): INodeExecutionData[] {
	if (results.length <= 1) return arrange(results, inputs, { ...form, output: 'perContact' }).flat();
	const rows = results.map((entry) => ({ result: entry.result, json: () => form.toJson(entry) }));
	return [agentLoadAnswer(rows, form.statuses)];
}

function arrange<Entry extends ItemResult>(
	results: readonly Entry[],
	inputs: readonly INodeExecutionData[],
	{ output, statuses, besideInput, toJson }: OutputForm<Entry>,
): INodeExecutionData[][] {
	const toItem = (entry: Entry): INodeExecutionData => {
		const result = toJson(entry);
		const pairedItem = { item: entry.itemIndex };
		if (besideInput === undefined) return { json: result, pairedItem };
		const { json, binary } = inputs[entry.itemIndex] ?? {};
		return {
			json: { ...withoutError(json), [besideInput]: result },
			...(binary && { binary }),
			pairedItem,
		};
	};
	const withStatus = (status: string) => results.filter(({ result }) => result.status === status);
	switch (output) {
		case 'perContact':
			return [results.map(toItem)];
		case 'branches':
			return statuses
				.filter(({ inBranchOf }) => inBranchOf === undefined)
				.map(({ status }) => {
					const guests = statuses.flatMap((one) => (one.inBranchOf === status ? one.status : []));
					return results.filter(({ result }) => [status, ...guests].includes(result.status)).map(toItem);
				});
		case 'perStatus':
			return [
				statuses.flatMap(({ status }) => {
					const entries = withStatus(status);
					if (entries.length === 0) return [];
					const contacts = entries.map((entry) => toItem(entry).json);
					return {
						json: { status, count: entries.length, contacts },
						pairedItem: entries.map(({ itemIndex }) => ({ item: itemIndex })),
					};
				}),
			];
	}
}

/** A column that is called `error` is handed on as `input_error`, or n8n would take the row for a failed node. */
function withoutError({ error, ...json }: IDataObject = {}): IDataObject {
	return error === undefined ? json : { ...json, input_error: error };
}

/** @param binary of the input item: n8n adds the input's columns by itself, but not its files */
function toErrorItem(
	{ error_message, ...details }: IDataObject,
	itemIndex: number,
	binary: IBinaryKeyData | undefined,
): INodeExecutionData {
	const json = { error: error_message, details };
	return { json, ...(binary && { binary }), pairedItem: { item: itemIndex } };
}
