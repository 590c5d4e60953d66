import { z } from 'zod';

const fields = {
	name: z.string().min(1, 'should not be empty'),
	phoneNumber: z.string().regex(/^\+[1-9]\d{7,14}$/, 'must be a valid phone number'),
	language: z.string().min(1).optional(),
	metadata: z.record(z.unknown()).optional(),
};

/** Body of `POST /contacts`, and one row of `POST /contacts/bulk`. */
export const newContact = z.strictObject(fields);
export type NewContact = z.output<typeof newContact>;

/** Body of `PATCH /contacts/:id`. */
export const contactChanges = newContact.partial();

/** Body of `POST /contacts/bulk`: a row that is not right is reported by itself. */
export const bulkContacts = z.strictObject({ contacts: z.array(z.unknown()).min(1).max(1000) });

const ids = z.array(z.string().min(1)).min(1);

/** Bodies that name contacts by ID. */
export const contactIds = z.strictObject({ contactIds: ids });
export const contactIdsAndAudience = z.strictObject({ contactIds: ids, audienceId: z.string().min(1) });

/** Bodies of `POST /audiences` and `PATCH /audiences/:id`. */
export const newAudience = z.strictObject({ name: z.string().min(1), description: z.string().optional() });
export const audienceChanges = newAudience.partial();

const whole = (max: number) =>
	z
		.string()
		.regex(/^\d{1,6}$/, 'must be an integer number')
		.transform(Number)
		.pipe(z.number().min(1).max(max));

/** Query of every list: `page` from 1, `limit` at most 100. */
export const listQuery = z.strictObject({
	page: whole(100_000).default('1'),
	limit: whole(100).default('20'),
});

/** Query of lists of contacts. */
export const searchQuery = listQuery.extend({ search: z.string().optional() });

/** How many rows a body holds, before it is checked. */
export function countRows(body: unknown): number | undefined {
	const batch = z
		.object({ contacts: z.array(z.unknown()), contactIds: z.array(z.unknown()) })
		.partial()
		.safeParse(body);
	return batch.success ? (batch.data.contacts ?? batch.data.contactIds)?.length : undefined;
}
