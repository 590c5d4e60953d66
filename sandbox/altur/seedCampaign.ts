import { z } from 'zod';
import type { Campaign } from './campaign';
import {
	agentId,
	campaignName,
	campaignStatuses,
	channels,
	messageLimit,
	retries,
	timezone,
} from './campaignFields';
import { contactDetails, contactStatuses, phoneNumber } from './contactsSchema';
import { newCycles } from './cycles';
import type { AlturState } from './state';
import { weekSchedule } from './weekSchedule';

const seedContact = contactDetails.extend({
	contact: z.string().regex(phoneNumber),
	status: z.enum(contactStatuses).default('queue'),
});

/** A campaign to start with; whatever is left out gets an ordinary value. */
export const seedCampaignSchema = z.strictObject({
	id: z.number().int().positive().optional(),
	name: campaignName.default('Reactivation'),
	agent: z
		.strictObject({ id: agentId, name: z.string() })
		.default({ id: '6c4951e6-9877-4d7c-88d7-56b4948d3cce', name: 'Sofía' }),
	integration: z
		.strictObject({ id: z.string(), type: z.enum(channels) })
		.nullable()
		.default({ id: 'iph_8YqL3mZxR1tV0nKfH9bA', type: 'phone_call' }),
	/** Pending without contacts, ready with some, unless another one is said. */
	status: z.enum(campaignStatuses).optional(),
	archived: z.boolean().default(false),
	created_at: z.string().datetime().optional(),
	started_at: z.string().datetime().optional(),
	ended_at: z.string().datetime().optional(),
	description: z.string().optional(),
	timezone: timezone.default('America/Mexico_City'),
	retries: retries.default(1),
	message_limit: messageLimit.default(250),
	concurrency: z.number().int().min(1).default(1),
	first_message: z.string().optional(),
	template: z.string().optional(),
	template_alt: z.string().optional(),
	scheduling: weekSchedule.optional(),
	cycles: newCycles.optional(),
	analytics: z.record(z.number()).optional(),
	billingLimitReached: z.boolean().default(false),
	contacts: z.array(seedContact).default([]),
});
export type SeedCampaign = z.input<typeof seedCampaignSchema>;

/** Puts a campaign and its contacts into the state. Throws for what is no campaign, and for an id in use. */
export function seedCampaign(state: AlturState, seed: SeedCampaign): Campaign {
	const { contacts: rows, ...fields } = seedCampaignSchema.parse(seed);
	const { campaign, contacts } = state.add({
		...fields,
		status: fields.status ?? (rows.length > 0 ? 'ready' : 'pending'),
		id: fields.id ?? state.nextCampaignId(),
		created_at: fields.created_at ?? new Date().toISOString(),
	});
	for (const { status, ...row } of rows)
		contacts.add(state.nextContactId(), row.contact, row, 'seed', status);
	return structuredClone(campaign);
}
