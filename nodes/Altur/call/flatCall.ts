import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { jsonObject } from '../../../n8n/responseSchemas';
import { addColumns } from '../addColumns';

const absent = jsonObject.nullish().catch(undefined);
const tags = z.array(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]));

/** A call with all that is said beside it, whatever of it Altur leaves out. */
const callSchema = z
	.object({
		/** The contact in the campaign; of a call in a list. */
		contact: absent,
		extracted_data: absent,
		tags: tags.catch([]),
	})
	.passthrough();

/**
 * Makes one flat row of a call, as a sheet likes it: the contact, how the call went, and what the agent found out, under
 * the names that Altur gives.
 *
 * @param call an entry of GET /campaigns/{id}/calls
 */
export function flatCall(call: IDataObject): IDataObject {
	const { contact, extracted_data, tags: names, ...rest } = callSchema.parse(call);
	const row = {
		...onlyKnown({
			call_id: rest.id,
			f_id: contact?.f_id,
			contact: contact?.phone_number ?? contact?.contact,
			name: contact?.name,
			status: contact?.status,
			call_status: rest.status,
			answered_by: rest.answered_by,
			duration: rest.duration,
			billed_duration: rest.billed_duration,
			ended_by: rest.ended_by,
			ended_reason: rest.ended_reason,
			started_at: rest.started_at,
			ended_at: rest.ended_at,
		}),
		tags: names.join(', '),
		...onlyKnown({ recording_url: rest.recording_url }),
	};
	return addColumns(row, extracted_data, 'extracted_data');
}

function onlyKnown(values: Record<string, unknown>): IDataObject {
	return jsonObject.parse(
		Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
	);
}
