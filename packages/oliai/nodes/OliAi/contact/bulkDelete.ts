import { z } from 'zod';
import { onlyWhenAsked } from '../../../../../n8n/agent/onlyWhenAsked';
import { count } from '../responses';
import { contactIdField } from './form';
import { idOptions, runIds } from '../byId/runIds';
import type { Operation } from '../operation';

const responseSchema = z.object({ deleted: count });

/**
 * Deletes contacts: POST /contacts/bulk-delete. The answer only counts, so when it counts fewer than were sent, the
 * contacts of that request are `deleted_or_not_found`: gone, though not all by this request.
 */
export const bulkDelete: Operation = {
	resource: 'contact',
	name: 'Delete in Bulk',
	value: 'bulkDelete',
	action: 'Delete contacts in bulk',
	description: 'Delete the contacts of all items, in batches',
	forAgents: `Deletes a contact, in all audiences too, which cannot be undone. ${onlyWhenAsked('this contact to be deleted')}`,
	fields: [contactIdField, idOptions],
	run: runIds({
		request: {
			path: '/contacts/bulk-delete',
			body: (contactIds) => ({ contactIds }),
			status: (body, sent) =>
				responseSchema.safeParse(body).data?.deleted === sent ? 'deleted' : 'deleted_or_not_found',
		},
		hasAudience: false,
		participle: 'deleted',
		statuses: [
			{ status: 'deleted', label: 'Deleted' },
			{ status: 'deleted_or_not_found', label: 'Deleted or not found' },
			{ status: 'failed', label: 'Failed' },
		],
	}),
};
