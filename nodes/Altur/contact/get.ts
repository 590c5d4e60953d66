import { contactResponse, understands } from '../answers';
import { campaignPicker } from '../campaign/picker';
import { readContactAddress } from './address';
import { contactIdField } from './contactIdField';
import type { Operation } from '../operation';
import { perItem } from '../perItem';

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
			subject: { ...ids, isKeyless: true },
			async carryOut(ask) {
				const { body } = await ask({
					method: 'GET',
					path,
					retryable: true,
					understands: understands(contactResponse),
				});
				return [contactResponse.parse(body).contact];
			},
		};
	}),
};
