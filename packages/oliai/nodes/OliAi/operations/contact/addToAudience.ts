import { audiencePicker } from '../../audiencePicker';
import { contactIdField } from '../../contacts/contactForm';
import { addToAudienceRequest } from '../../contacts/putIntoAudience';
import { idOptions, runIds } from '../../contacts/runIds';
import type { Operation } from '../../operation';

/** Puts contacts into an audience: POST /contacts/add-to-audience. */
export const addToAudience: Operation = {
	resource: 'contact',
	name: 'Add to Audience',
	value: 'addToAudience',
	action: 'Add contacts to audience',
	description: 'Put the contacts of all items into an audience, in batches',
	fields: [contactIdField, audiencePicker, idOptions],
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
