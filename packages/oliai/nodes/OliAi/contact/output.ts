import type { IDataObject } from 'n8n-workflow';
import type { LoadedItem } from '../../../../../n8n/load/loadOperation';
import { checkedFields } from '../../../../../n8n/load/trial/checkedFields';

/** The statuses of "Create or Update in Bulk", in the order in which they are shown, counted and branched. */
export const upsertStatuses = [
	{ status: 'created', label: 'Created' },
	{ status: 'updated', label: 'Updated' },
	{ status: 'failed', label: 'Failed' },
] as const;

/** What a person knows a row by. */
export interface KnownContact {
	id: string;
	/** As it was, or would have been, sent. */
	phoneNumber: string;
	/** The audience into which the contact is put, or from which it is taken. */
	audienceId: string;
}

/** A result as it leaves the node. */
export function toJson({ result, known }: LoadedItem<KnownContact>): IDataObject {
	const { audienceId } = known;
	const { status, id = known.id, contact = known.phoneNumber, problem } = result;
	return {
		status,
		phoneNumber: contact ?? null,
		error_message: problem?.message ?? null,
		error_code: problem?.code ?? null,
		id: id ?? null,
		...(audienceId !== undefined && { audienceId }),
		...checkedFields(result, known.phoneNumber),
	};
}
