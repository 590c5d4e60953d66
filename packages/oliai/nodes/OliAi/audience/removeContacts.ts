import { audiencePicker } from './picker';
import { contactIdField } from '../contact/form';
import { idOptions, runIds } from '../byId/runIds';
import type { Operation } from '../operation';

/** Takes contacts out of an audience: POST /audiences/{id}/contacts/remove. The contacts stay. */
export const removeContacts: Operation = {
	resource: 'audience',
	name: 'Remove Contacts',
	value: 'removeContacts',
	action: 'Remove contacts from audience',
	description: 'Take the contacts of all items out of an audience, in batches',
	fields: [audiencePicker, contactIdField, idOptions],
	run: runIds({
		request: {
			path: '/audiences/{audience}/contacts/remove',
			body: (contactIds) => ({ contactIds }),
			status: () => 'removed',
		},
		hasAudience: true,
		participle: 'removed',
		statuses: [
			{ status: 'removed', label: 'Removed' },
			{ status: 'failed', label: 'Failed' },
		],
	}),
};
