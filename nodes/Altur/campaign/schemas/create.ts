import { z } from 'zod';
import { newCyclesSchema } from './cycles';
import {
	chosenSchema,
	messageLimitSchema,
	nameSchema,
	retriesSchema,
	textSchema,
	timeZoneSchema,
} from './fields';
import { channelNames, channelOfIntegration } from '../fields/channelField';
import { labels } from '../fields/labels';
import { weekSchema } from './week';

const ofBothChannels = z.object({
	name: nameSchema,
	agent_id: chosenSchema(labels.agentId),
	integration_id: chosenSchema(labels.integrationId),
	description: textSchema(labels.description).optional(),
	timezone: timeZoneSchema.optional(),
	retries: retriesSchema.optional(),
	message_limit: messageLimitSchema.optional(),
	scheduling: weekSchema(labels.scheduling).optional(),
});

const ofChannel = z.discriminatedUnion(
	'integration_type',
	[
		z.object({
			integration_type: z.literal('phone_call'),
			first_message: textSchema(labels.firstMessage).optional(),
			cycles: newCyclesSchema.optional(),
		}),
		z.object({
			integration_type: z.literal('whatsapp'),
			template: textSchema(labels.template).optional(),
			template_alt: textSchema(labels.templateAlt).optional(),
		}),
	],
	{ errorMap: () => ({ message: `${labels.integrationType} must be phone_call or whatsapp` }) },
);

/**
 * The body of POST /campaigns (vendor page "Create campaign"), from the values of the form.
 *
 * Fields of the other channel are left out, whatever they hold, because Altur refuses them with INVALID_REQUEST. An
 * integration of the other channel stays in the form when the channel is changed; neither can be changed later.
 */
export const createCampaignSchema = ofBothChannels.and(ofChannel).superRefine((campaign, context) => {
	const channel = channelOfIntegration(campaign.integration_id);
	if (channel === undefined || channel === campaign.integration_type) return;
	const { [channel]: itsName, [campaign.integration_type]: chosenName } = channelNames;
	context.addIssue({
		code: 'custom',
		path: ['integration_id'],
		message: `${labels.integrationId} ${campaign.integration_id} is one for ${itsName}, but ${labels.integrationType} is ${chosenName}: choose it again from the list, after the channel`,
	});
});
