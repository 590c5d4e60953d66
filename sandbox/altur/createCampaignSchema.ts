import { z } from 'zod';
import {
	agentId,
	campaignName,
	fieldsOfChannel,
	integrationType,
	messageLimit,
	retries,
	timezone,
} from './campaignFields';
import { newCycles } from './cycles';
import { weekSchedule } from './weekSchedule';

/** Body of `POST /campaigns`, after the create page. */
export const createCampaignSchema = z
	.strictObject({
		name: campaignName,
		agent_id: agentId,
		integration_id: z.string().min(1),
		integration_type: integrationType,
		description: z.string().optional(),
		timezone: timezone.default('America/Mexico_City'),
		retries: retries.default(1),
		message_limit: messageLimit.default(250),
		first_message: z.string().optional(),
		template: z.string().optional(),
		template_alt: z.string().optional(),
		scheduling: weekSchedule.optional(),
		cycles: newCycles.optional(),
	})
	.superRefine((body, context) => {
		const other = body.integration_type === 'phone_call' ? 'whatsapp' : 'phone_call';
		for (const field of fieldsOfChannel[other]) {
			if (body[field] === undefined) continue;
			context.addIssue({ code: 'custom', path: [field], message: `is only for ${other} campaigns` });
		}
		if (body.cycles && body.integration_type !== 'phone_call') {
			context.addIssue({ code: 'custom', path: ['cycles'], message: 'is only for phone_call campaigns' });
		}
	});
