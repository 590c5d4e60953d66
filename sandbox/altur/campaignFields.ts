import { z } from 'zod';

export const campaignStatuses = ['pending', 'ready', 'active', 'inactive', 'cooldown', 'finished'] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];

export const channels = ['phone_call', 'whatsapp'] as const;
export type Channel = (typeof channels)[number];

/** Fields that belong to one channel; sent for the other they are INVALID_REQUEST. */
export const fieldsOfChannel = {
	phone_call: ['first_message'],
	whatsapp: ['template', 'template_alt'],
} as const;

/** Later versions of Node take an offset such as -06:00 for a time zone; IANA names begin with a letter. */
function isTimeZone(name: string): boolean {
	if (!/^[A-Za-z]/.test(name)) return false;
	try {
		return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
	} catch {
		return false;
	}
}

export const campaignName = z.string().min(1).max(255);
export const timezone = z.string().refine(isTimeZone, 'is no IANA time zone');
export const retries = z.number().int().min(0).max(5);
export const messageLimit = z.number().int().min(1).max(10_000);

/** The channel of a new campaign; another one has a code of its own. */
export const integrationType = z.string().transform((text, context) => {
	const channel = channels.find((known) => known === text);
	if (channel !== undefined) return channel;
	const message = `must be one of ${channels.join(', ')}`;
	context.addIssue({ code: 'custom', message, params: { code: 'INVALID_INTEGRATION_TYPE' } });
	return z.NEVER;
});

/** A UUID of version 4. Letters beyond f pass, because the vendor page's own example (6cy951e6-...) has one. */
export const agentId = z
	.string()
	.regex(/^[0-9a-z]{8}-[0-9a-z]{4}-4[0-9a-z]{3}-[89ab][0-9a-z]{3}-[0-9a-z]{12}$/i, 'is no UUID of version 4');
