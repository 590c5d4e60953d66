import { z } from 'zod';
import { count, idOf } from '../../responses';

/**
 * The answer of POST /contacts/bulk, at its least: one of its lists, or one of its counts. One example leaves `errors`
 * out, and the keys of its items are told in prose only, so both lists are read item by item: what is odd in one
 * costs no other row its result.
 */
const responseSchema = z
	.object({ created: count, updated: count, contacts: z.unknown(), errors: z.unknown() })
	.refine(({ created, updated, ...lists }) => {
		const isCounted = created !== undefined || updated !== undefined;
		return isCounted || Object.values(lists).some(Array.isArray);
	});

const contactSchema = z.object({
	id: idOf.optional().catch(undefined),
	phoneNumber: idOf,
	createdAt: z.string().optional().catch(undefined),
});

/** A contact that OliAI has stored. */
export type StoredContact = z.output<typeof contactSchema>;

/** What can be read of an answer. */
export interface UpsertResponse {
	contacts: StoredContact[];
	/** How many of them are new. */
	created: number;
	/** The items of `errors`, of whatever form. */
	errors: unknown[];
}

/** Whether a body is such an answer, and not one that is cut off or speaks of something else. */
export function isUpsertResponse(body: unknown): boolean {
	return responseSchema.safeParse(body).success;
}

/** @throws ZodError when it is none */
export function readUpsertResponse(body: unknown): UpsertResponse {
	const { created, updated, ...lists } = responseSchema.parse(body);
	const contacts = asList(lists.contacts).flatMap((entry) => contactSchema.safeParse(entry).data ?? []);
	const others = updated === undefined ? contacts.length : Math.min(updated, contacts.length);
	return { contacts, created: created ?? contacts.length - others, errors: errorsOf(lists.errors) };
}

function asList(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

/** The refusals as a list, also where they stand in an object by the index of their row, or are one text. */
function errorsOf(errors: unknown): unknown[] {
	if (typeof errors === 'string') return [errors];
	const byIndex = z.record(z.unknown()).safeParse(errors);
	if (Array.isArray(errors) || !byIndex.success) return asList(errors);
	return Object.entries(byIndex.data).map(([index, reason]) => ({ index, reason }));
}
