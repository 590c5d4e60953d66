import { NodeApiError, type IExecuteFunctions } from 'n8n-workflow';
import type { Failure, FailureKind } from '../bulk/request/failure';

/** The words of n8n's error. */
export interface ErrorWords {
	/** The service's code, or one of ours in the same style. */
	code: string;
	/** What happened, to which item. */
	message: string;
	/** What to do. */
	description: string;
	/** More of a refusal, for the error's details. */
	details?: Record<string, string | undefined>;
}

/**
 * Makes n8n's error of a request that finally failed. HTTP status, the service's code and what else helps are kept
 * in its details; neither the body nor the request is.
 */
export function toServiceError(
	context: IExecuteFunctions,
	{ kind, status, comeBackInMilliseconds }: Failure,
	{ code, message, description, details = {} }: ErrorWords,
	itemIndex: number | undefined,
): NodeApiError {
	const error = new NodeApiError(
		context.getNode(),
		{ code, ...(status !== undefined && { statusCode: status }) },
		{
			message,
			description,
			httpCode: status === undefined ? undefined : String(status),
			itemIndex,
			failure: toNodeFailure(kind, comeBackInMilliseconds),
		},
	);
	error.context.code = code;
	for (const [name, value] of Object.entries(details)) {
		if (value !== undefined) error.context[name] = value;
	}
	return error;
}

/** What n8n is told of the cause, beside the words. */
function toNodeFailure(kind: FailureKind, retryAfterMs: number | undefined) {
	switch (kind) {
		case 'throttled':
			return { cause: 'rate-limited' as const, retryAfterMs };
		case 'unavailable':
		case 'unreachable':
		case 'unreadable':
			return { cause: 'temporarily-unavailable' as const };
		case 'unauthorized':
			return { cause: 'credential-invalid' as const };
		case 'notFound':
		case 'forbidden':
			return { cause: 'configuration-invalid' as const };
		default:
			return undefined;
	}
}
