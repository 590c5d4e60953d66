import type { IDataObject } from 'n8n-workflow';
import type { ItemResult } from '../../../../../n8n/itemOutputs';

/** The statuses of "Create or Update in Bulk", in the order in which they are shown, counted and branched. */
export const upsertStatuses = [
	{ status: 'created', label: 'Created' },
	{ status: 'updated', label: 'Updated' },
	{ status: 'failed', label: 'Failed' },
] as const;

/** A result with the audience into which the contact was put, or from which it was taken. */
export interface ContactResult extends ItemResult {
	audienceId?: string;
}

/** A result as it leaves the node. */
export function toJson({ audienceId, result }: ContactResult): IDataObject {
	const { status, id, contact, problem } = result;
	return {
		status,
		id: id ?? null,
		...(contact !== undefined && { phoneNumber: contact }),
		...(audienceId !== undefined && { audienceId }),
		...(problem && { error_code: problem.code, error_message: problem.message }),
	};
}
