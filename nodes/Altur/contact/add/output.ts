import type { IDataObject } from 'n8n-workflow';
import { outputsExpression as expressionFor } from '../../../../n8n/form/outputField';
import type { LoadedItem } from '../../../../n8n/load/loadOperation';
import { checkedFields } from '../../../../n8n/load/trial/checkedFields';
import { idNumber } from '../../ids';

/** The statuses in the order in which they are shown, counted and branched. */
export const contactStatuses = [
	{ status: 'created', label: 'Created' },
	{ status: 'updated', label: 'Updated' },
	{ status: 'skipped_duplicate', label: 'Skipped' },
	{ status: 'failed', label: 'Failed' },
] as const;

/** The outputs of the node: one, or a branch per status where the form of "Add to Campaign" asks for it. */
export const outputsExpression = expressionFor('contact', 'add', contactStatuses);

/** What a person knows a row by. */
export interface KnownContact {
	campaignId: string;
	fId: string;
	/** The phone number as it was, or would have been, sent. */
	contact: string;
}

/**
 * A result as it leaves the node: the same keys for every row, in the order in which a person reads a table. Altur writes
 * phone numbers in its own way: what was sent stands beside that.
 */
export function toJson({ result, known }: LoadedItem<KnownContact>): IDataObject {
	const { campaignId, fId } = known;
	const { status, id, contact = known.contact, problem } = result;
	const isRewritten = status !== 'failed' && known.contact !== undefined && contact !== known.contact;
	return {
		status,
		contact: contact ?? '',
		error_message: problem?.message ?? null,
		error_code: problem?.code ?? null,
		f_id: fId ?? null,
		id: id ?? null,
		campaign_id: campaignId === undefined ? null : idNumber(campaignId),
		...(problem?.field !== undefined && { error_field: problem.field }),
		...(isRewritten && { contact_sent: known.contact }),
		...checkedFields(result, known.contact),
	};
}
