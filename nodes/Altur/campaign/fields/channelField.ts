import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { labels } from './labels';

/** The values of `integration_type`. */
export const channelOptions: INodePropertyOptions[] = [
	{ name: 'Phone Call', value: 'phone_call' },
	{ name: 'WhatsApp', value: 'whatsapp' },
];

/** How the campaign contacts people; the rest of the form follows from it. */
export const channelField: INodeProperties = {
	displayName: labels.integrationType,
	name: 'integrationType',
	type: 'options',
	default: 'phone_call',
	description: 'How the campaign contacts people. It cannot be changed later.',
	options: channelOptions,
};
