import { z } from 'zod';

const noContact = 'Contact ID is empty: "Get Many" lists the contacts of a campaign with their IDs';

/** The identifier of a contact in a path: an integer where contacts are read, a text where they are added. */
export const contactIdSchema = z
	.string({ message: noContact })
	.trim()
	.min(1, noContact)
	.regex(/^\d*$/, { message: 'Contact ID must be a whole number, as "id" in the output of Add to Campaign' });
