import { z } from 'zod';

/** Statuses a contact can have: of phone campaigns, of WhatsApp campaigns, or of both. */
export const contactStatuses = [
	'queue',
	'sending',
	'failed',
	'retrying',
	'converted',
	'voicemail',
	'answered',
	'sent',
	'delivered',
	'read',
	'accepted',
	'rejected',
] as const;
export type ContactStatus = (typeof contactStatuses)[number];

/** What Altur keeps of a contact besides its number. The sandbox stores and updates what stands here; `contactView` shows it. */
export const contactDetails = z.strictObject({
	name: z.string().optional(),
	context: z.string().optional(),
	extracted_data: z.record(z.string()).optional(),
	f_id: z.string().optional(),
});
export type ContactDetails = z.output<typeof contactDetails>;

const row = contactDetails.extend({ contact: z.string() });
export type ContactRow = z.output<typeof row>;

/** Body of `POST /campaigns/{id}/contacts`. A row without `contact`, with an unknown field or a wrong type refuses the whole request. */
export const addContactsSchema = z.strictObject({
	contacts: z.array(row).min(1).max(1000),
	if_duplicate: z.enum(['skip', 'update']).default('skip'),
});

/** How many rows a batch body holds, before it is checked. */
export function countContacts(body: unknown): number | undefined {
	const batch = z.object({ contacts: z.array(z.unknown()) }).safeParse(body);
	return batch.success ? batch.data.contacts.length : undefined;
}

/** The number of each row of a batch body, before it is checked; undefined where there is no text. */
export function numbersOf(body: unknown): (string | undefined)[] {
	const row = z.object({ contact: z.string() });
	const batch = z.object({ contacts: z.array(z.unknown()) }).safeParse(body).data;
	return batch?.contacts.map((sent) => row.safeParse(sent).data?.contact) ?? [];
}

/** E.164: a plus sign and 8 to 15 digits. */
export const phoneNumber = /^\+[1-9]\d{7,14}$/;

/**
 * A number as it is stored: E.164, without the spaces, dots, dashes and brackets people write. Undefined for what
 * is no number, and for one without a plus sign, because no page says of which country it would be.
 */
export function normalizedNumber(text: string): string | undefined {
	const digits = text.replace(/[\s().-]/g, '');
	return phoneNumber.test(digits) ? digits : undefined;
}
