import { z } from 'zod';

/** A contact of POST /contact/create (vendor page "Add a contact"); fields without a value are left out. */
export const contactSchema = z
	.object({
		/** International, with "+"; the page's own example has 16 digits, more than E.164. */
		phone_number: z.string().regex(/^\+\d{6,20}$/),
		first_name: z.string().optional(),
		last_name: z.string().optional(),
		param1: z.string().optional(),
		param2: z.string().optional(),
		param3: z.string().optional(),
		param4: z.string().optional(),
		param5: z.string().optional(),
	})
	.strict();

export type Contact = z.infer<typeof contactSchema>;

/** The answer; its items are read one by one, so that an odd one costs no other its result. */
export const addedContactsSchema = z.object({ items: z.array(z.unknown()) });

/** One item of it; statuses may grow, and `email` beside them is not ours. */
export const addedContactSchema = z.object({
	phone_number: z.union([z.string(), z.number()]).transform(String),
	status: z.string().optional().catch(undefined),
});

/** No maximum is documented for adding; this stays inside that of the neighbour, deleting (1-200 numbers). */
export const defaultBatchSize = 200;
/** Of our own, so that a slip of the keyboard does not make one request of everything. */
export const maxBatchSize = 1000;
/** "1-200" (vendor page "Delete a contact"). */
export const maxNumbersPerRemoval = 200;
