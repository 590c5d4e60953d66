import type { INodeProperties } from 'n8n-workflow';

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
