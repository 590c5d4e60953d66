import type { IDataObject } from 'n8n-workflow';
import type { LoadedItem } from '../../../../../n8n/load/loadOperation';
import { checkedFields } from '../../../../../n8n/load/trial/checkedFields';

/** The statuses of adding, in the order in which they are shown, counted and branched. */
export const addStatuses = [
	{ status: 'added', label: 'Added' },
	{ status: 'updated', label: 'Updated' },
	{ status: 'skipped', label: 'Skipped' },
	{ status: 'failed', label: 'Failed' },
] as const;

/** The statuses of removing. */
export const removeStatuses = [
	{ status: 'removed', label: 'Removed' },
	{ status: 'failed', label: 'Failed' },
] as const;

/** What a person knows a row by. */
export interface KnownNumber {
	/** As it was, or would have been, sent. */
	phoneNumber: string;
}

/** A result as it leaves the node; `reason` explains a row that Octopush left alone. */
export function toJson({ result, known }: LoadedItem<KnownNumber>): IDataObject {
	const { status, contact = known.phoneNumber, problem } = result;
	const isFailed = status === 'failed';
	return {
		status,
		phone_number: contact ?? '',
		error_message: (isFailed ? problem?.message : undefined) ?? null,
		error_code: (isFailed ? problem?.code : undefined) ?? null,
		reason: (isFailed ? undefined : problem?.message) ?? null,
		...checkedFields(result, known.phoneNumber),
	};
}
