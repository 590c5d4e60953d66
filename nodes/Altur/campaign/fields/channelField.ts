import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { labels } from './labels';

/** The values of `integration_type`, as people read them. */
export const channelNames = { phone_call: 'Phone Call', whatsapp: 'WhatsApp' } as const;

type Channel = keyof typeof channelNames;

export const channelOptions: INodePropertyOptions[] = Object.entries(channelNames).map(([value, name]) => ({
	name,
	value,
}));

/** How the IDs of integrations begin in all of the vendor's examples. */
const channelByPrefix: Array<[prefix: string, channel: Channel]> = [
	['iph_', 'phone_call'],
	['iwa_', 'whatsapp'],
];

/** The channel of an integration, by its ID; undefined for an ID that begins in another way. */
export function channelOfIntegration(integrationId: string): Channel | undefined {
	return channelByPrefix.find(([prefix]) => integrationId.startsWith(prefix))?.[1];
}

/** How the campaign contacts people; the rest of the form follows from it. */
export const channelField: INodeProperties = {
	displayName: labels.integrationType,
	name: 'integrationType',
	type: 'options',
	default: 'phone_call',
	description: 'How the campaign contacts people. It cannot be changed later.',
	options: channelOptions,
};
