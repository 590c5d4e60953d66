import { z } from 'zod';
import { jsonObject, understands } from '../../../n8n/responseSchemas';
import { campaignPicker } from '../campaign/picker';
import { contactIdField, readContactAddress } from './address';
import { type Operation, perItem } from '../operation';

/** `{success, contact}` */
const contactResponseSchema = z.object({ contact: jsonObject });

/** Reads contacts: GET /campaigns/{id}/contacts/{contact_id}, one per input item. */
export const getContact: Operation = {
	resource: 'contact',
	name: 'Get',
	value: 'get',
	action: 'Get contact',
	description: 'Read one contact of a campaign, with its status and tags',
	fields: [campaignPicker, contactIdField],
	run: perItem((form) => {
		const { path, ...ids } = readContactAddress(form);
		return {
			subject: { ...ids, isIdempotent: true },
			async carryOut(ask) {
				const { body } = await ask({
					method: 'GET',
					path,
					retryable: true,
					understands: understands(contactResponseSchema),
				});
				return [contactResponseSchema.parse(body).contact];
			},
		};
	}),
};
