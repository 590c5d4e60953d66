import { randomUUID } from 'crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import { isTool, retryMemory } from './retryMemory';

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
