import { z } from 'zod';

/** A row of POST /campaigns/{id}/contacts (vendor page "Create contacts", which shows texts only). */
export const contactSchema = z
	.object({
		/** The phone number; '' is reported by Altur as MISSING_CONTACT. */
		contact: z.string(),
		name: z.string().optional(),
		context: z.string().optional(),
		/** Value types are not stated; every example value is a text. */
		extracted_data: z.record(z.string()).optional(),
		f_id: z.string().optional(),
	})
	.strict();

export type Contact = z.infer<typeof contactSchema>;

export const duplicatePolicySchema = z.enum(['skip', 'update']);

export type DuplicatePolicy = z.infer<typeof duplicatePolicySchema>;

/** "Required array length: 1 - 1000 elements". */
export const maxContactsPerRequest = 1000;

/** The answer to it; its entries are judged one by one, so that a strange one costs no other its result. */
export const addedContactsSchema = z.object({ results: z.array(z.unknown()) });

const textOrNumber = z.union([z.string(), z.number().transform(String)]);

/**
 * One entry of it. `id` is a text here, and a number where contacts are read; statuses may grow. Only without its
 * index it belongs to no row: whatever else is odd costs the row nothing but that.
 */
export const addedContactSchema = z.object({
	index: z.union([z.number().int(), z.string().regex(/^\d+$/).transform(Number)]),
	status: z.string().trim().min(1).optional().catch(undefined),
	id: textOrNumber.optional().catch(undefined),
	contact: textOrNumber.optional().catch(undefined),
	/** A code; two of the vendor's other APIs nest it in an object, with a sentence. */
	error: z
		.union([
			z
				.string()
				.trim()
				.min(1)
				.transform((code) => ({ code, message: undefined })),
			z.object({ code: z.string().trim().min(1), message: z.string().optional().catch(undefined) }),
		])
		.optional()
		.catch(undefined),
});

export type AddedContact = z.infer<typeof addedContactSchema>;
