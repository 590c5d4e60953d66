import { audiencePicker } from './picker';
import { contactIdField } from '../contact/form';
import { idOptions, runIds } from '../byId/runIds';
import type { Operation } from '../operation';

/** Puts contacts into an audience: POST /audiences/{id}/contacts. */
export const addContacts: Operation = {
	resource: 'audience',
	name: 'Add Contacts',
	value: 'addContacts',
	action: 'Add contacts to an audience by ID',
	description: 'Put the contacts of all items into an audience, in batches',
	fields: [audiencePicker, contactIdField, idOptions],
	run: runIds({
		request: {
			path: '/audiences/{audience}/contacts',
			body: (contactIds) => ({ contactIds }),
			status: () => 'added',
		},
		hasAudience: true,
		participle: 'added',
		statuses: [
			{ status: 'added', label: 'Added' },
			{ status: 'failed', label: 'Failed' },
		],
	}),
};
