import { z } from 'zod';
import { kindOfStatus, type FailureKind } from '../../bulk/request/failure';
import type { ServiceResponse } from '../../bulk/request/request';

const text = z.string().trim().min(1);
const word = text.regex(/^[A-Z][A-Z\d_]+$/);

/**
 * The body of an answer that refuses. Where the code stands in it is shown on no vendor page, so every place that
 * pages and public clients hint at is looked at (shared notes on the API, section 8).
 */
const refusal = z.object({
	code: z.unknown(),
	key: z.unknown(),
	error: z.unknown(),
	message: z.unknown(),
	detail: z.unknown(),
	field: text.optional().catch(undefined),
	current_status: text.optional().catch(undefined),
	valid_targets: z.array(z.string()).optional().catch(undefined),
});

/** What could be made out of a refusal. */
export interface Refusal {
	/** Altur's code, such as `IMMUTABLE_FIELD`. */
	code?: string;
	/** Altur's own sentence. */
	message?: string;
	/** IMMUTABLE_FIELD: the field that cannot be changed. */
	field?: string;
	/** INVALID_STATUS_TRANSITION: the campaign's status now, and those it can change to. */
	currentStatus?: string;
	validTargets?: string[];
}

/**
 * Reads a refusal defensively, whatever its shape. A body that is no JSON (a gateway's HTML page) tells nothing.
 *
 * @param body as parsed by the transport
 */
export function readRefusal(body: unknown): Refusal {
	const read = refusal.safeParse(body);
	if (!read.success) return {};
	const { code, key, error, message, detail, field, current_status, valid_targets } = read.data;
	const nested = refusal.partial().safeParse(error).data;
	const currentStatus = current_status ?? nested?.current_status;
	return {
		code: firstOf(word, code, error, key, nested?.code, nested?.key) ?? impliedBy(currentStatus),
		message: firstOf(text, message, detail, nested?.message, nested?.detail),
		field: field ?? nested?.field,
		currentStatus,
		validTargets: valid_targets ?? nested?.valid_targets,
	};
}

/** Of all documented refusals, only this one names the status; so it is known also where the code is left out. */
function impliedBy(currentStatus: string | undefined): string | undefined {
	return currentStatus === undefined ? undefined : 'INVALID_STATUS_TRANSITION';
}

function firstOf(schema: z.ZodString, ...candidates: unknown[]): string | undefined {
	return candidates.map((candidate) => schema.safeParse(candidate).data).find((found) => found !== undefined);
}

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
