import { z } from 'zod';
import { kindOfStatus, type FailureKind } from '../../../../bulk/request/failure';
import type { ServiceResponse } from '../../../../bulk/request/request';
import { count } from './responses';

const sentence = z.string().trim().min(1);

const sentences = z
	.union([sentence, z.array(sentence).transform((several) => several.join('; '))])
	.optional()
	.catch(undefined);

/** `{"statusCode": 400, "message": "...", "error": "Bad Request"}`; where a check fails, `message` may be a list. */
const refusalSchema = z
	.object({ message: sentences, error: sentences })
	.transform(({ message, error }) => message ?? error);

const disguised = z.object({
	statusCode: count,
	success: z.unknown(),
	contacts: z.array(z.unknown()).optional().catch(undefined),
	errors: z.array(z.unknown()).optional().catch(undefined),
});

/**
 * What kind of failure a success (2xx) is that says in its body that it is none. The answer to a batch is one, whatever
 * it says of itself, as soon as it tells what became of the rows.
 *
 * @returns undefined for a success, and for what the HTTP status calls a refusal already
 */
export function kindOfRefusal({ status, body }: ServiceResponse): FailureKind | undefined {
	const read = status < 300 ? disguised.safeParse(body).data : undefined;
	if (!read) return undefined;
	const { statusCode = status, success, contacts, errors = [] } = read;
	if (contacts && contacts.length + errors.length > 0) return undefined;
	if (statusCode >= 400) return kindOfStatus(statusCode);
	return success === false ? 'refused' : undefined;
}

/** What OliAI says itself about a refusal; undefined for a body that is no JSON (a gateway's HTML page). */
export function readRefusal(body: unknown): string | undefined {
	return refusalSchema.safeParse(body).data;
}
