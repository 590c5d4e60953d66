import { jsonObject, understands } from '../../../../../n8n/responseSchemas';
import { checked } from '../../../../../n8n/form/checked';
import { defaultCountryOption } from '../../../../../n8n/form/defaultCountry';
import type { ServiceRequest } from '../../../../../bulk/request/request';
import { objectWithId } from '../responses';
import { languageField, nameField, phoneField, phoneOf, textOf } from './form';
import { findByPhone } from './findByPhone';
import { metadataFieldsOfItem, metadataOfItem } from './metadata';
import { newContactSchema } from './schema';
import { keepsOne } from '../errors';
import { type Operation, perItem } from '../operation';

/**
 * Creates a contact: POST /contacts. OliAI keeps one per number and answers 409 to a second one; then the contact is
 * found by its number and updated, if the person wants that. Only in that case the request is sent again when its
 * end is unknown, because otherwise the 409 of the second attempt would hide what the first one did.
 */
export const createContact: Operation = {
	resource: 'contact',
	name: 'Create',
	value: 'create',
	action: 'Create contact',
	description: 'Create one contact per item',
	fields: [
		{ ...nameField, required: true },
		{ ...phoneField, required: true },
		{
			displayName: 'If Contact Exists',
			name: 'ifExists',
			type: 'options',
			default: 'fail',
			description: 'What to do when OliAI has a contact with this phone number already',
			options: [
				{ name: 'Say So', value: 'fail', description: 'The item ends with a message' },
				{ name: 'Update It', value: 'update', description: 'The fields below overwrite those in OliAI' },
			],
		},
		...metadataFieldsOfItem,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [defaultCountryOption('IN'), languageField],
		},
	],
	run: perItem((form) => {
		const more = jsonObject.parse(form.value('additionalFields') ?? {});
		const contact = checked(newContactSchema, {
			name: textOf(form.value('name')),
			phoneNumber: phoneOf(form.value('phoneNumber'), more.defaultCountry),
			language: textOf(more.language),
			metadata: metadataOfItem(form),
		});
		const { phoneNumber } = contact;
		const updates = form.value('ifExists') === 'update';
		const body = Buffer.from(JSON.stringify(contact));
		const creation: ServiceRequest = {
			method: 'POST',
			path: '/contacts',
			body,
			retryable: updates,
			acceptsAlreadyApplied: updates,
			isAlreadyApplied: ({ status }) => updates && status === 409,
			understands: understands(objectWithId),
		};
		return {
			subject: { phoneNumber, updatesExisting: updates, onRetry: keepsOne },
			once: { what: 'create contact', inDoubt: 'ask' },
			async carryOut(ask) {
				const created = await ask(creation);
				if (created.status !== 409) return [objectWithId.parse(created.body)];
				const id = await findByPhone(ask, phoneNumber);
				// Gone again since the 409: the second attempt says what is the matter.
				const updated = await ask(
					id === undefined
						? { ...creation, retryable: false, isAlreadyApplied: undefined }
						: {
								method: 'PATCH',
								path: `/contacts/${encodeURIComponent(id)}`,
								body,
								retryable: true,
								understands: understands(objectWithId),
							},
				);
				return [objectWithId.parse(updated.body)];
			},
		};
	}),
};
