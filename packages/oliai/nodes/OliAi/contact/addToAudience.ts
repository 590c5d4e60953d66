import { audiencePicker } from '../audience/picker';
import { contactIdField } from './form';
import { addToAudienceRequest } from '../byId/service';
import { idOptions, runIds } from '../byId/runIds';
import type { Operation } from '../operation';

/** Puts contacts into an audience: POST /contacts/add-to-audience. */
export const addToAudience: Operation = {
	resource: 'contact',
	name: 'Add to Audience',
	value: 'addToAudience',
	action: 'Add contacts to audience',
	description: 'Put the contacts of all items into an audience, in batches',
	fields: [audiencePicker, contactIdField, idOptions],
	run: runIds({
		request: addToAudienceRequest,
		hasAudience: true,
		participle: 'added',
		statuses: [
			{ status: 'added', label: 'Added' },
			{ status: 'failed', label: 'Failed' },
		],
	}),
};
