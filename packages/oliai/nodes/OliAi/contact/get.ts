import { understands } from '../../../../../n8n/responseSchemas';
import { objectWithId } from '../responses';
import { contactChoiceFields, contactIdOf, readContactChoice } from './choice';
import type { Subject } from '../errors';
import { type Operation, perItem } from '../operation';

/** Reads a contact: GET /contacts/{id}. */
export const getContact: Operation = {
	resource: 'contact',
	name: 'Get',
	value: 'get',
	action: 'Get contact',
	description: 'Get one contact per item',
	fields: contactChoiceFields,
	run: perItem((form) => {
		const choice = readContactChoice(form);
		const subject: Subject = { ...choice };
		return {
			subject,
			async carryOut(ask) {
				const contactId = await contactIdOf(ask, choice);
				subject.contactId = contactId;
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
