import { understands } from '../../../../../n8n/responseSchemas';
import { checked } from '../../../../../n8n/form/checked';
import { objectWithId } from '../responses';
import { audienceNameField, descriptionField, newAudienceSchema } from './form';
import { textOf } from '../contact/form';
import { type Operation, perItem } from '../operation';

/**
 * Creates an audience: POST /audiences. Nothing forbids two of one name, so it is not sent again when its end is
 * unknown.
 */
export const createAudience: Operation = {
	resource: 'audience',
	name: 'Create',
	value: 'create',
	action: 'Create audience',
	description: 'Create one audience per item',
	fields: [{ ...audienceNameField, required: true }, descriptionField],
	run: perItem(({ value }) => {
		const audience = checked(newAudienceSchema, {
			name: textOf(value('name')),
			description: textOf(value('description')),
		});
		return {
			subject: { createsAnew: true },
			once: { what: 'create audience', inDoubt: 'refuse' },
			async carryOut(ask) {
				const response = await ask({
					method: 'POST',
					path: '/audiences',
					body: Buffer.from(JSON.stringify(audience)),
					retryable: false,
					understands: understands(objectWithId),
				});
				return [objectWithId.parse(response.body)];
			},
		};
	}),
};
