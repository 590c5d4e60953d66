import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { checked } from '../../../n8n/form/checked';
import type { ItemForm } from '../../../n8n/form/itemForm';
import { campaignIdSchema } from '../ids';
import { readId, readText } from '../readValue';

/** Which contact of the campaign. */
export const contactIdField: INodeProperties = {
	displayName: 'Contact ID',
	name: 'contactId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 42',
	description:
		'The ID that Altur gave the contact: its "ID" in the output of Add to Campaign and Get Many, not the phone number and not the External ID',
};

const noContact = 'Contact ID is empty: "Get Many" lists the contacts of a campaign with their IDs';

/** The identifier of a contact in a path: an integer where contacts are read, a text where they are added. */
const contactIdSchema = z
	.string({ message: noContact })
	.trim()
	.min(1, noContact)
	.regex(/^\d*$/, { message: 'Contact ID must be a whole number, as "id" in the output of Add to Campaign' });

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
