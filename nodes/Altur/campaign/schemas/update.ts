import { z } from 'zod';
import { campaignIdSchema } from '../../ids';
import { changedCyclesSchema } from './cycles';
import { messageLimitSchema, nameSchema, retriesSchema, textSchema, timeZoneSchema } from './fields';
import { labels } from '../fields/labels';
import { weekSchema } from './week';

/**
 * The body of PATCH /campaigns/{id} (vendor page "Update campaign"), from the values of the form. The immutable
 * fields have no place in it.
 */
export const updateCampaignSchema = z
	.object({
		name: nameSchema.optional(),
		description: textSchema(labels.description).optional(),
		timezone: timeZoneSchema.optional(),
		retries: retriesSchema.optional(),
		message_limit: messageLimitSchema.optional(),
		scheduling: weekSchema(labels.scheduling).optional(),
		first_message: textSchema(labels.firstMessage).optional(),
		template: textSchema(labels.template).optional(),
		template_alt: textSchema(labels.templateAlt).optional(),
		cycles: changedCyclesSchema.optional(),
	})
	.refine(
		(changes) => Object.values(changes).some((value) => value !== undefined),
		'Nothing to change is set: add at least one field under Update Fields, or a schedule, or cycles',
	);

/** A whole item of the operation. */
export const updateItemSchema = z.object({ campaignId: campaignIdSchema, changes: updateCampaignSchema });
