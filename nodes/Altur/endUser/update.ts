import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { checked } from '../../../n8n/form/checked';
import { type Operation, perItem } from '../operation';
import { readClearableText, readFields } from '../readValue';
import { displayNameField, endUserIdField, endUserIdSchema, infoField, labels } from './fields';
import { askEndUser, readEndUser } from './requests';

const fields: INodeProperties[] = [
	endUserIdField,
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description: 'What is to change. Info that is added and left empty is cleared.',
		options: [displayNameField, infoField],
	},
];

const changesSchema = z
	.object({
		display_name: z.string().min(1, `${labels.displayName} is empty`).optional(),
		info: z.string().optional(),
	})
	.refine(
		({ display_name, info }) => display_name !== undefined || info !== undefined,
		'Nothing to change is set: add at least one field under Update Fields',
	);

const schema = z.object({ endUserId: endUserIdSchema, changes: changesSchema });

/**
 * Changes end users: PUT /enduser/{id}, one per input item. A PUT replaces the whole person, so what is not to change is
 * read first and sent along.
 */
export const updateEndUser: Operation = {
	resource: 'endUser',
	name: 'Update',
	value: 'update',
	action: 'Update end user',
	description: 'Change the name of a person, or what the agent is to know; the other one stays',
	fields,
	run: perItem((form) => {
		const changed = readFields(form.value('updateFields'));
		const { endUserId, changes } = checked(schema, {
			endUserId: form.value('endUserId'),
			changes: {
				display_name: readClearableText(changed.displayName),
				info: readClearableText(changed.info),
			},
		});
		return {
			subject: { thing: `end user ${endUserId}`, isIdempotent: true },
			async carryOut(ask) {
				const isWhole = changes.display_name !== undefined && changes.info !== undefined;
				const known = isWhole ? {} : await readEndUser(ask, endUserId);
				const body: IDataObject = {};
				for (const name of ['display_name', 'info'] as const) {
					const value = changes[name] ?? known[name];
					// Altur takes texts: where it has none itself (null), none is sent.
					if (value !== undefined && value !== null) body[name] = value;
				}
				return [
					await askEndUser(ask, { method: 'PUT', path: `/enduser/${endUserId}`, retryable: true }, body),
				];
			},
		};
	}),
};
