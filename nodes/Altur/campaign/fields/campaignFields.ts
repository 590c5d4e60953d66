import type { INodeProperties } from 'n8n-workflow';
import { labels } from './labels';
import { timeZoneOptions } from './timeZones';

/** "IANA timezone. Default: America/Mexico_City" (vendor page "Create campaign"). */
export const timeZoneOfAltur = 'America/Mexico_City';

/** The fields that a campaign has besides its channel, by their stored names. */
export const campaignFields = {
	description: {
		displayName: labels.description,
		name: 'description',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		description: 'What the campaign is for, as shown in Altur',
	},
	firstMessage: {
		displayName: labels.firstMessage,
		name: 'firstMessage',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Hi, am I speaking with {name}?',
		description: 'What the agent says first when a call is answered. Only for phone campaigns.',
	},
	messageLimit: {
		displayName: labels.messageLimit,
		name: 'messageLimit',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10_000, numberPrecision: 0 },
		default: 250,
		description: "The campaign's message limit in Altur, from 1 to 10000",
	},
	retries: {
		displayName: labels.retries,
		name: 'retries',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 5, numberPrecision: 0 },
		default: 1,
		description: 'How often Altur tries a contact again, from 0 to 5',
	},
	template: {
		displayName: labels.template,
		name: 'template',
		type: 'string',
		default: '',
		placeholder: 'e.g. promo_june_v1',
		description: 'Name of the WhatsApp template. Only for WhatsApp campaigns.',
	},
	templateAlt: {
		displayName: labels.templateAlt,
		name: 'templateAlt',
		type: 'string',
		default: '',
		placeholder: 'e.g. promo_june_v2',
		description: 'Name of the alternate WhatsApp template. Only for WhatsApp campaigns.',
	},
	timezone: {
		displayName: labels.timezone,
		name: 'timezone',
		type: 'options',
		default: timeZoneOfAltur,
		description: 'The time zone of the schedules',
		options: timeZoneOptions(),
	},
} satisfies Record<string, INodeProperties>;
