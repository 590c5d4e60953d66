import { z } from 'zod';

/** E.164, as the vendor's page "Contacts" asks for. */
const e164 = z
	.string({ message: 'Phone Number is empty' })
	.regex(/^\+[1-9]\d{6,14}$/, 'Phone Number is not international: write it with + and the country code');

const metadata = z.record(z.unknown());

/** Body of POST /contacts. */
export const newContactSchema = z
	.object({
		name: z.string({ message: 'Name is empty' }).min(1, 'Name is empty'),
		phoneNumber: e164,
		language: z.string().optional(),
		metadata: metadata.optional(),
	})
	.strict();

/** Body of PATCH /contacts/{id}: "only include fields you want to change". */
export const contactChangesSchema = newContactSchema
	.partial()
	.refine((changes) => Object.values(changes).some((value) => value !== undefined), {
		message: 'Nothing is set to be changed',
	});

/**
 * A row of POST /contacts/bulk: the same fields. What is missing or wrong in a row is left to OliAI, which reports it
 * by index and stores the others.
 */
export const bulkContactSchema = z
	.object({
		name: z.string().optional(),
		phoneNumber: z.string(),
		language: z.string().optional(),
		metadata: metadata.optional(),
	})
	.strict();

export type BulkContact = z.infer<typeof bulkContactSchema>;

/** "Array of contact objects (max 1,000)". */
export const maxContactsPerRequest = 1000;
