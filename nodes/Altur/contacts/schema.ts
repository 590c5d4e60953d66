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
export const mostContactsPerRequest = 1000;

/** The answer to it; its entries are judged one by one, so that a strange one costs no other its result. */
export const addedContactsSchema = z.object({ results: z.array(z.unknown()) });

/** One entry of it. `id` is a text here, and a number where contacts are read; statuses may grow. */
export const addedContactSchema = z.object({
	index: z.number().int(),
	status: z.string().optional(),
	id: z.union([z.string(), z.number()]).nullish(),
	contact: z.string().nullish(),
	error: z.unknown(),
});

export type AddedContact = z.infer<typeof addedContactSchema>;
