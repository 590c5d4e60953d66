import { NodeApiError, type IExecuteFunctions } from 'n8n-workflow';
import { traitsOf, type Failure, type FailureKind } from '../bulk/request/failure';

/** The words of n8n's error. */
export interface ErrorMessage {
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
	{ kind, status, retryAfterMs }: Failure,
	{ code, message, description, details = {} }: ErrorMessage,
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
			failure: toNodeFailure(kind, retryAfterMs),
		},
	);
	error.context.code = code;
	for (const [name, value] of Object.entries(details)) {
		if (value !== undefined) error.context[name] = value;
	}
	return error;
}

/** What n8n is told of the cause, beside the message. */
function toNodeFailure(kind: FailureKind, retryAfterMs: number | undefined) {
	const { isTransient, ends } = traitsOf(kind);
	if (kind === 'throttled') return { cause: 'rate-limited' as const, retryAfterMs };
	if (isTransient) return { cause: 'temporarily-unavailable' as const, retryAfterMs };
	if (kind === 'unauthorized') return { cause: 'credential-invalid' as const };
	return ends === 'group' ? { cause: 'configuration-invalid' as const } : undefined;
}
