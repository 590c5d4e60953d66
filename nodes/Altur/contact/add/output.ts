import type { IDataObject } from 'n8n-workflow';
import type { LoadedItem } from '../../../../n8n/load/runLoad';
import { idNumber } from '../../idNumber';
import type { KnownContact } from './rows';

/** The statuses in the order in which they are shown, counted and branched. */
export const contactStatuses = [
	{ status: 'created', label: 'Created' },
	{ status: 'updated', label: 'Updated' },
	{ status: 'skipped_duplicate', label: 'Skipped' },
	{ status: 'failed', label: 'Failed' },
] as const;

/** A result as it leaves the node. */
export function toJson({ result, known }: LoadedItem<KnownContact>): IDataObject {
	const { campaignId, fId } = known;
	const { status, id, contact = known.contact, problem } = result;
	return {
		status,
		id: id ?? null,
		contact: contact ?? '',
		campaign_id: campaignId === undefined ? null : idNumber(campaignId),
		...(fId !== undefined && { f_id: fId }),
		...(problem && { error_code: problem.code, error_message: problem.message }),
	};
}
