import { z } from 'zod';
import { campaignName, messageLimit, retries, timezone } from './campaignFields';
import { cycleFields } from './cycles';
import { weekSchedule } from './weekSchedule';

/** Fields that a PATCH must not hold, at the path under which the answer names them. */
export const immutableFields = [
	['agent_id'],
	['integration_id'],
	['integration_type'],
	['cycles', 'enabled'],
	['cycles', 'mode'],
] as const;

/** Body of `PATCH /campaigns/{id}`, after the update page; the immutable fields are looked for before. */
export const updateCampaignSchema = z.strictObject({
	name: campaignName.optional(),
	description: z.string().optional(),
	timezone: timezone.optional(),
	retries: retries.optional(),
	message_limit: messageLimit.optional(),
	scheduling: weekSchedule.optional(),
	first_message: z.string().optional(),
	template: z.string().optional(),
	template_alt: z.string().optional(),
	cycles: z.strictObject(cycleFields).optional(),
});
export type CampaignUpdate = z.output<typeof updateCampaignSchema>;
