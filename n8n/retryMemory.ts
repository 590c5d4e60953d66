import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** Whether an agent calls the node as its tool. Older n8n do not tell. */
export function isTool(context: IExecuteFunctions): boolean {
	return 'isToolExecution' in context && context.isToolExecution();
}

/**
 * What n8n keeps of a node over Retry On Fail and over the retry of a failed execution. A tool has no such memory:
 * its calls may be at work side by side under one run index, and under n8n's MCP Server Trigger there is none at all.
 */
export function retryMemory(context: IExecuteFunctions): IDataObject {
	if (isTool(context)) return {};
	try {
		return context.getContext('node');
	} catch {
		return {};
	}
}
