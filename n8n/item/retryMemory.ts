import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** Whether an agent calls the node as its tool. Older n8n do not tell. */
export function isTool(context: IExecuteFunctions): boolean {
	return 'isToolExecution' in context && context.isToolExecution();
}

/**
 * What n8n keeps of a node over Retry On Fail and over the retry of a failed execution.
 *
 * @returns undefined for a tool, whose calls may be at work side by side under one run index, and where n8n keeps
 * nothing (under its MCP Server Trigger)
 */
export function lastingMemory(context: IExecuteFunctions): IDataObject | undefined {
	if (isTool(context)) return undefined;
	try {
		return context.getContext('node');
	} catch {
		return undefined;
	}
}

/** The same, or an empty memory that is forgotten at once. */
export function retryMemory(context: IExecuteFunctions): IDataObject {
	return lastingMemory(context) ?? {};
}
