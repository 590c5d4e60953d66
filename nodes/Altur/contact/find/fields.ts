import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from '../../../../n8n/form/bulkOptions';
import { defaultCountryOption } from '../../../../n8n/form/defaultCountry';
import { campaignPicker } from '../../campaign/picker';

/** By what a contact is found; stored in workflows. Those from before there was a choice have a Contact ID. */
const findByField: INodeProperties = {
	displayName: 'Find By',
	name: 'findBy',
	type: 'options',
	noDataExpression: true,
	default: 'id',
	description:
		'What the contact is known by. All contacts of the campaign are read to find one by anything but its Contact ID: 100 in a request, one request after the other, once for all input items. 10,000 contacts take 100 requests, which is 9 seconds at least.',
	options: [
		{
			name: 'Contact ID',
			value: 'id',
			description: 'The ID that Altur gave it: needs no search',
		},
		{
			name: 'External ID',
			value: 'externalId',
			description: 'The ID from your own system, as it was added to the campaign',
		},
		{
			name: 'Phone Number',
			value: 'phoneNumber',
			description: 'In any spelling; without its country code, set Default Country under Options',
		},
	],
};

const foundBy = (way: string) => ({ show: { findBy: [way] } });

/** Which contact of which campaign. */
export const contactChoiceFields: INodeProperties[] = [
	campaignPicker,
	findByField,
	{
		displayName: 'Contact ID',
		name: 'contactId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 42',
		displayOptions: foundBy('id'),
		description:
			'The ID that Altur gave the contact: its "ID" in the output of Add to Campaign and Get Many, not the phone number and not the External ID',
	},
	{
		displayName: 'External ID',
		name: 'externalId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. crm-1042',
		displayOptions: foundBy('externalId'),
		description: 'The ID of the contact in your own system: "f_id" in the output of Get Many',
	},
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. +52 55 1234 5678',
		displayOptions: foundBy('phoneNumber'),
		description:
			'The number of the contact, with + and the country code, or completed by the Default Country',
	},
	{ ...optionsField([defaultCountryOption('MX')]), displayOptions: foundBy('phoneNumber') },
];
