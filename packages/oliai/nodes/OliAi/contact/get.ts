import { understands } from '../../../../../n8n/responseSchemas';
import { objectWithId } from '../responses';
import { contactIdField } from './form';
import { requireId } from '../ids';
import { type Operation, perItem } from '../operation';

/** Reads a contact: GET /contacts/{id}. */
export const getContact: Operation = {
	resource: 'contact',
	name: 'Get',
	value: 'get',
	action: 'Get contact',
	description: 'Get one contact per item',
	fields: [contactIdField],
	run: perItem(({ value }) => {
		const contactId = requireId('contact', value('contactId'));
		return {
			subject: { contactId },
			async carryOut(ask) {
				const response = await ask({
					method: 'GET',
					path: `/contacts/${encodeURIComponent(contactId)}`,
					retryable: true,
					understands: understands(objectWithId),
				});
				return [objectWithId.parse(response.body)];
			},
		};
	}),
};
