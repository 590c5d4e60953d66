import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import type { Ask } from '../../../n8n/client/ask';
import { jsonObject, understands } from '../../../n8n/responseSchemas';

/** A contact of a campaign, as it stands in a path. */
export interface ContactAddress {
	campaignId: string;
	contactId: string;
}

/** Where a contact is, below the base URL. */
export function contactPath({ campaignId, contactId }: ContactAddress): string {
	return `/campaigns/${campaignId}/contacts/${contactId}`;
}

/** `{success, contact}` */
const contactResponseSchema = z.object({ contact: jsonObject });

/** GET /campaigns/{id}/contacts/{contact_id} */
export async function readContact(ask: Ask, address: ContactAddress): Promise<IDataObject> {
	const { body } = await ask({
		method: 'GET',
		path: contactPath(address),
		retryable: true,
		understands: understands(contactResponseSchema),
	});
	return contactResponseSchema.parse(body).contact;
}

/**
 * DELETE /campaigns/{id}/contacts/{contact_id}. That there is no such contact is taken for done when an earlier try may
 * have deleted it.
 */
export async function removeContact(ask: Ask, address: ContactAddress): Promise<void> {
	await ask({
		method: 'DELETE',
		path: contactPath(address),
		retryable: true,
		isAlreadyApplied: ({ status }) => status === 404,
	});
}
