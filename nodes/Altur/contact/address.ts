import { z } from 'zod';
import { checked } from '../../../n8n/form/checked';
import type { ItemForm } from '../../../n8n/item/itemWork';
import { campaignIdSchema } from '../ids';
import { readId, readText } from '../readValue';
import { contactIdSchema } from './contactId';

const schema = z.object({ campaignId: campaignIdSchema, contactId: contactIdSchema });

/**
 * Where a contact is found.
 *
 * @returns its path below the base URL, and the IDs in it
 * @throws InputProblem when an ID is missing, or none
 */
export function readContactAddress(form: ItemForm): { campaignId: string; contactId: string; path: string } {
	const { campaignId, contactId } = checked(schema, {
		campaignId: readId(form.value('campaignId')),
		contactId: readText(form.value('contactId')),
	});
	return { campaignId, contactId, path: `/campaigns/${campaignId}/contacts/${contactId}` };
}
