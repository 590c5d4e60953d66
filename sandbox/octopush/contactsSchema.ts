import { z } from 'zod';

const optionalText = z.string().nullish();

const row = z.strictObject({
	phone_number: z.string().regex(/^\+\d{6,20}$/, 'is no international number'),
	first_name: optionalText,
	last_name: optionalText,
	param1: optionalText,
	param2: optionalText,
	param3: optionalText,
	param4: optionalText,
	param5: optionalText,
});
export type ContactRow = z.output<typeof row>;

export const listName = z.string().min(1).max(30);

/**
 * Body of `POST /contact/create`. The real service ignores what it cannot read; here it refuses the request, so that
 * a wrong field is seen. No maximum of contacts is documented.
 */
export const addContactsSchema = z.strictObject({
	contacts: z.array(row).min(1),
	list_name: listName.optional(),
	tag_name: z.string().min(1).max(20).optional(),
	auto_remove_blacklisted_numbers: z.boolean().default(false),
	do_not_overwrite: z.boolean().default(false),
});

/** Body of `DELETE /contact/delete`: "1-200" numbers. */
export const removeContactsSchema = z.strictObject({
	phone_numbers: z.array(z.string().min(1)).min(1).max(200),
	list_name: listName.optional(),
});

/** How many rows a body holds, before it is checked. */
export function countRows(body: unknown): number | undefined {
	const batch = z
		.object({ contacts: z.array(z.unknown()), phone_numbers: z.array(z.unknown()) })
		.partial()
		.safeParse(body);
	return batch.success ? (batch.data.contacts ?? batch.data.phone_numbers)?.length : undefined;
}
