import { jsonObject, understands } from '../../../../../n8n/responseSchemas';
import { checked } from '../../../../../n8n/form/checked';
import { defaultCountryOption } from '../../../../../n8n/form/defaultCountry';
import { objectWithId } from '../responses';
import { contactIdField, languageField, nameField, phoneField, phoneOf, textOf } from './form';
import { metadataFieldsOfItem, metadataOfItem } from './metadata';
import { contactChangesSchema } from './schema';
import { requireId } from '../ids';
import { type Operation, perItem } from '../operation';

/** Changes a contact: PATCH /contacts/{id} with what was set, and nothing else. */
export const updateContact: Operation = {
	resource: 'contact',
	name: 'Update',
	value: 'update',
	action: 'Update contact',
	description: 'Change one contact per item; what is not set stays as it is',
	fields: [
		contactIdField,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [defaultCountryOption('IN'), languageField, nameField, phoneField],
		},
		...metadataFieldsOfItem,
	],
	run: perItem((form) => {
		const contactId = requireId('contact', form.value('contactId'));
		const fields = jsonObject.parse(form.value('updateFields') ?? {});
		const changes = checked(contactChangesSchema, {
			name: textOf(fields.name),
			phoneNumber: phoneOf(fields.phoneNumber, fields.defaultCountry),
			language: textOf(fields.language),
			metadata: metadataOfItem(form),
		});
		return {
			subject: { contactId },
			async carryOut(ask) {
				const response = await ask({
					method: 'PATCH',
					path: `/contacts/${encodeURIComponent(contactId)}`,
					body: Buffer.from(JSON.stringify(changes)),
					retryable: true,
					understands: understands(objectWithId),
				});
				return [objectWithId.parse(response.body)];
			},
		};
	}),
};
