import { randomUUID } from 'crypto';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** Whether an agent calls the node as its tool. Older n8n do not tell. */
const isTool = (context: IExecuteFunctions) => 'isToolExecution' in context && context.isToolExecution();

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

/**
 * Names the run for idempotency keys: the *first* execution of these rows by this node.
 *
 * Retry On Fail and the retry of a failed execution make the same keys, and Altur recognises what it has already. The
 * run index tells the rounds of a loop apart; as a tool the node is told apart by what it is asked for only, because
 * n8n counts every try of a tool as a run of its own.
 */
export function executionScope(context: IExecuteFunctions): string[] {
	const memory = retryMemory(context);
	const known: unknown = memory.firstExecutionId;
	const executionId = typeof known === 'string' ? known : (context.getExecutionId() ?? randomUUID());
	memory.firstExecutionId = executionId;
	const run: unknown = isTool(context) ? 'tool' : context.evaluateExpression('{{ $runIndex }}', 0);
	return ['execution', executionId, context.getNode().id, String(run)];
}
