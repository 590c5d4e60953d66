import type { NodeApiError, NodeOperationError } from 'n8n-workflow';

/**
 * Puts the description of an error into its message: of a tool that fails, the agent of version 3 hands the model the
 * message only. The description says what to do, and whether something may have been done all the same.
 */
export function withDescriptionInMessage<Thrown extends NodeApiError | NodeOperationError>(
	error: Thrown,
): Thrown {
	const { message, description } = error;
	if (!description || message.includes(description)) return error;
	error.message = `${/[.!?]$/.test(message) ? message : `${message}.`} ${description}`;
	return error;
}
