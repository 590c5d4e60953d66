import type { INodeProperties } from 'n8n-workflow';

const immutableNotice: INodeProperties = {
	displayName: 'Channel, agent and integration cannot be changed once the campaign exists.',
	name: 'immutableNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { integrationType: ['whatsapp'] } },
};

/** What cannot be changed later. Only phone campaigns have cycles, so only their form speaks of them. */
export const immutableNotices: INodeProperties[] = [
	immutableNotice,
	{
		...immutableNotice,
		displayName:
			'Once the campaign exists, its channel, agent and integration cannot be changed, and cycles cannot be switched on.',
		displayOptions: { show: { integrationType: ['phone_call'] } },
	},
];
