import { z } from 'zod';
import { kindOfStatus, type FailureKind } from '../../bulk/request/failure';
import type { ServiceResponse } from '../../bulk/request/request';
import { readRefusal } from './refusal';

/** What the codes of Altur's specification would be by their HTTP status; the others are `refused`. */
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

const disguised = z.object({
	success: z.unknown(),
	error: z.unknown(),
	results: z.array(z.unknown()).optional().catch(undefined),
});

/**
 * What kind of failure an answer is, where its body tells more than its HTTP status: a success (2xx) that says that it
 * is none, `{"success": false, "error": "CODE"}` or `{"error": 401}` without `success`; and a refusal with a code,
 * whatever its status. Results of rows stand, whatever is said beside them.
 *
 * @returns undefined for a success, and for what the HTTP status tells as well
 */
export function kindOfRefusal({ status, body }: ServiceResponse): FailureKind | undefined {
	// Only the key itself is refused with 401; and a 429 is a 429.
	if (status >= 300) return status === 401 || status === 429 ? undefined : kindOfCode(body);
	const read = disguised.safeParse(body).data;
	if (!read || (read.results?.length ?? 0) > 0 || !isRefused(read)) return undefined;
	const { error } = read;
	return kindOfCode(body) ?? (typeof error === 'number' && error >= 400 ? kindOfStatus(error) : 'refused');
}

function kindOfCode(body: unknown): FailureKind | undefined {
	return kindByCode.get(readRefusal(body).code ?? '');
}

function isRefused({ success, error }: { success?: unknown; error?: unknown }): boolean {
	if (success !== undefined) return success === false;
	return (typeof error === 'number' && error !== 0) || (typeof error === 'string' && error !== '');
}
