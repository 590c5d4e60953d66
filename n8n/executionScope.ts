import { randomUUID } from 'crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * Names the run for idempotency keys: the *first* execution of these rows by this node.
 *
 * n8n keeps the node's context over Retry On Fail and over the retry of a failed execution, so both make the same
 * keys, and Altur recognises what it has already. The run index tells the rounds of a loop apart.
 */
export function executionScope(context: IExecuteFunctions): string[] {
	const memory = context.getContext('node');
	const known: unknown = memory.firstExecutionId;
	const executionId = typeof known === 'string' ? known : (context.getExecutionId() ?? randomUUID());
	memory.firstExecutionId = executionId;
	const runIndex: unknown = context.evaluateExpression('{{ $runIndex }}', 0);
	return ['execution', executionId, context.getNode().id, String(runIndex)];
}
