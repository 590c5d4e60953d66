import { randomUUID } from 'crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import { isTool, lastingMemory } from './retryMemory';

/** Tells this process from every other one that may give out the same execution IDs. */
const thisProcess = randomUUID();

/**
 * Names the run for idempotency keys: the *first* try of these rows by this node.
 *
 * Retry On Fail and the retry of a failed execution make the same keys, and the service recognises what it has
 * already. The ID of the execution alone would not do: a container with a fresh database begins with 1 every night.
 * So the first try leaves something unrepeatable in the node's context, which n8n keeps over both kinds of retry.
 * The run index tells the rounds of a loop apart; as a tool the node is told apart by what it is asked for only,
 * because n8n counts every try of a tool as a run of its own.
 */
export function executionScope(context: IExecuteFunctions): string[] {
	const memory = lastingMemory(context);
	// Executions that began under version 0.1 kept their ID under the second name.
	const known: unknown = memory?.firstTry ?? memory?.firstExecutionId;
	const executionId = context.getExecutionId() ?? randomUUID();
	const firstTry =
		typeof known === 'string' ? known : `${executionId} ${memory === undefined ? thisProcess : randomUUID()}`;
	if (memory) memory.firstTry = firstTry;
	const run: unknown = isTool(context) ? 'tool' : context.evaluateExpression('{{ $runIndex }}', 0);
	return ['execution', firstTry, context.getNode().id, String(run)];
}
