import { jsonObject, understands } from '../../../../../n8n/responseSchemas';
import { checked } from '../../../../../n8n/form/checked';
import { objectWithId } from '../responses';
import { audiencePicker } from './picker';
import { audienceChangesSchema, audienceNameField, descriptionField } from './form';
import { textOf } from '../contact/form';
import { requireId } from '../ids';
import { type Operation, perItem } from '../operation';

/** Changes an audience: PATCH /audiences/{id} with what was set, and nothing else. */
export const updateAudience: Operation = {
	resource: 'audience',
	name: 'Update',
	value: 'update',
	action: 'Update audience',
	description: 'Change one audience per item; what is not set stays as it is',
	fields: [
		audiencePicker,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [descriptionField, audienceNameField],
		},
	],
	run: perItem(({ value }) => {
		const audienceId = requireId('audience', value('audienceId'));
		const fields = jsonObject.parse(value('updateFields') ?? {});
		const changes = checked(audienceChangesSchema, {
			name: textOf(fields.name),
			description: textOf(fields.description),
		});
		return {
			subject: { audienceId },
			async carryOut(ask) {
				const response = await ask({
					method: 'PATCH',
					path: `/audiences/${encodeURIComponent(audienceId)}`,
					body: Buffer.from(JSON.stringify(changes)),
					retryable: true,
					understands: understands(objectWithId),
				});
				return [objectWithId.parse(response.body)];
			},
		};
	}),
};
