import { z } from 'zod';
import { kindOfStatus, type FailureKind } from '../../bulk/request/failure';
import type { ServiceResponse } from '../../bulk/request/request';
import { readRefusal } from './refusal';

const disguised = z.object({
	success: z.unknown(),
	error: z.unknown(),
	results: z.array(z.unknown()).optional().catch(undefined),
});

/** What the codes of the pages would be by their HTTP status; the others are `refused`. */
const kindByCode: ReadonlyMap<string, FailureKind> = new Map([
	['FORBIDDEN', 'forbidden'],
	['NOT_FOUND', 'notFound'],
	['AGENT_NOT_FOUND', 'notFound'],
	['INTEGRATION_NOT_FOUND', 'notFound'],
	['CONTACT_NOT_FOUND', 'notFound'],
	['RATE_LIMITED', 'throttled'],
	['SERVER_ERROR', 'unavailable'],
	['BILLING_LIMIT_REACHED', 'paymentRequired'],
	['CAMPAIGN_FINISHED', 'conflict'],
	['CONTACT_NOT_DELETABLE', 'conflict'],
	['INVALID_STATUS_TRANSITION', 'conflict'],
]);

/**
 * What kind of failure a success (2xx) is that says in its body that it is none: `{"success": false, "error": "CODE"}`,
 * or `{"error": 401}` without `success`. Results of rows stand, whatever is said beside them.
 *
 * @returns undefined for a success, and for what the HTTP status calls a refusal already
 */
export function kindOfRefusal({ status, body }: ServiceResponse): FailureKind | undefined {
	const read = status < 300 ? disguised.safeParse(body).data : undefined;
	if (!read || (read.results?.length ?? 0) > 0 || !isRefused(read)) return undefined;
	const byCode = kindByCode.get(readRefusal(body).code ?? '');
	const { error } = read;
	return byCode ?? (typeof error === 'number' && error >= 400 ? kindOfStatus(error) : 'refused');
}

function isRefused({ success, error }: { success?: unknown; error?: unknown }): boolean {
	if (success !== undefined) return success === false;
	return (typeof error === 'number' && error !== 0) || (typeof error === 'string' && error !== '');
}
