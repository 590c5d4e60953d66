import type { IDataObject } from 'n8n-workflow';
import type { ItemResult } from '../../../n8n/itemOutputs';
import { idNumber } from '../idNumber';

/** The statuses in the order in which they are shown, counted and branched. */
export const contactStatuses = [
	{ status: 'created', label: 'Created' },
	{ status: 'updated', label: 'Updated' },
	{ status: 'skipped_duplicate', label: 'Skipped' },
	{ status: 'failed', label: 'Failed' },
] as const;

/** What became of an input item, with what the person knows it by. */
export interface ContactResult extends ItemResult {
	campaignId?: string;
	fId?: string;
	/** The phone number as it was, or would have been, sent. */
	contact?: string;
}

/** A result as it leaves the node. */
export function toJson({ campaignId, fId, contact: sent, result }: ContactResult): IDataObject {
	const { status, id, contact = sent, problem } = result;
	return {
		status,
		id: id ?? null,
		contact: contact ?? '',
		campaign_id: campaignId === undefined ? null : idNumber(campaignId),
		...(fId !== undefined && { f_id: fId }),
		...(problem && { error_code: problem.code, error_message: problem.message }),
	};
}
