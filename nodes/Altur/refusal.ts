import { z } from 'zod';
import { readFieldProblems, type FieldProblem } from './fieldProblems';

/** No code and no status of Altur is longer; what is, would fill the person's screen. */
const maxWordLength = 60;
const text = z.string().trim().min(1);
const word = text.max(maxWordLength).regex(/^[A-Z][A-Z\d_]+$/);
const status = text.max(maxWordLength);

/**
 * The body of an answer that refuses. Altur's specification has four shapes: the campaigns' `{"success": false,
 * "error": "CODE", "message", "field"?}`, to which a refused lifecycle action adds two keys; a validation error of
 * Django's, by field; `{"error": 401, "message"}`; and what is not specified, Django's throttle, `{"detail"}`. Older
 * pages and public clients hint at more places of the code, so those are looked at too.
 */
const refusal = z.object({
	code: z.unknown(),
	key: z.unknown(),
	error: z.unknown(),
	errors: z.unknown(),
	message: z.unknown(),
	detail: z.unknown(),
	field: text.optional().catch(undefined),
	current_status: status.optional().catch(undefined),
	valid_targets: z.array(status).max(10).optional().catch(undefined),
});

/** What could be made out of a refusal. */
export interface Refusal {
	/** Altur's code, such as `IMMUTABLE_FIELD`. */
	code?: string;
	/** Altur's own sentence about the request as a whole. */
	message?: string;
	/** The field that is at fault, as a path with dots; the first of them, if there are several. */
	field?: string;
	/** What Altur's validation says, field by field. */
	problems: FieldProblem[];
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
	const problems = readFieldProblems(body);
	const read = refusal.safeParse(body);
	if (!read.success) return { problems };
	const { code, key, error, errors, message, detail, field, current_status, valid_targets } = read.data;
	const nested = refusal.partial().safeParse(error).data;
	const currentStatus = current_status ?? nested?.current_status;
	return {
		code: firstOf(word, code, error, key, nested?.code, nested?.key) ?? impliedBy(currentStatus),
		message: firstSentence(message, detail, nested?.message, nested?.detail, error, errors),
		field: field ?? nested?.field ?? problems.find((problem) => problem.field !== undefined)?.field,
		problems,
		currentStatus,
		validTargets: valid_targets ?? nested?.valid_targets,
	};
}

/** Of all documented refusals, only this one names the status; so it is known also where the code is left out. */
function impliedBy(currentStatus: string | undefined): string | undefined {
	return currentStatus === undefined ? undefined : 'INVALID_STATUS_TRANSITION';
}

const sentences = z.array(z.string()).min(1);
const holder = z.object({ message: text });

/** A sentence stands alone, in a list, or in an object under `message`; a code in its place is none. */
function firstSentence(...candidates: unknown[]): string | undefined {
	const found = candidates.map((candidate) => {
		const told =
			sentences.safeParse(candidate).data?.join(' ') ??
			holder.safeParse(candidate).data?.message ??
			candidate;
		return word.safeParse(told).success ? undefined : text.safeParse(told).data;
	});
	return found.find((sentence) => sentence !== undefined);
}

function firstOf(schema: z.ZodString, ...candidates: unknown[]): string | undefined {
	return candidates.map((candidate) => schema.safeParse(candidate).data).find((found) => found !== undefined);
}
