import type { INodeProperties } from 'n8n-workflow';
import type { Column } from '../../../../n8n/form/columns/expressions';
import { valueToText } from '../../../../bulk/clean/text';
import { InputProblem } from '../../../../n8n/inputProblem';
import { duplicatePolicySchema, type DuplicatePolicy } from '../schema';

/** Where a row goes, and what becomes of one that is there already. */
export interface Target {
	/** A whole number, as text. */
	campaignId: string;
	ifDuplicate: DuplicatePolicy;
}

/** The fields of the form that say so; both may be expressions. */
export interface TargetColumns {
	campaign: Column;
	ifDuplicate: Column;
}

/** @throws InputProblem when one of them is missing or of the wrong form */
export function readTarget({ campaign, ifDuplicate }: TargetColumns, itemIndex: number): Target {
	return { campaignId: readCampaignId(campaign, itemIndex), ifDuplicate: readPolicy(ifDuplicate, itemIndex) };
}

/** @throws InputProblem when it is empty, or no whole number */
export function readCampaignId(campaign: Column, itemIndex: number): string {
	const campaignId = valueToText(campaign.read(itemIndex))?.trim() ?? '';
	if (campaignId === '') {
		throw new InputProblem(
			'NO_CAMPAIGN',
			'No campaign is chosen.',
			'Pick one from the list in the Campaign field, or enter its ID.',
		);
	}
	if (!/^\d+$/.test(campaignId)) {
		throw new InputProblem(
			'INVALID_CAMPAIGN_ID',
			`"${campaignId}" is no campaign ID.`,
			'A campaign ID is a whole number; pick the campaign from the list to be sure.',
		);
	}
	return campaignId;
}

/** @throws InputProblem when it is neither of the two */
export function readPolicy(ifDuplicate: Column, itemIndex: number): DuplicatePolicy {
	const policy = duplicatePolicySchema.safeParse(ifDuplicate.read(itemIndex));
	if (policy.success) return policy.data;
	throw new InputProblem(
		'INVALID_DUPLICATE_POLICY',
		'If Duplicate is neither "skip" nor "update".',
		'Choose one of the two from the list.',
	);
}

/** The form field that says what becomes of a contact that is there already. */
export const ifDuplicateFields: INodeProperties[] = [
	{
		displayName: 'If Duplicate',
		name: 'ifDuplicate',
		type: 'options',
		default: 'skip',
		description: 'What to do when the phone number is in the campaign already',
		options: [
			{
				name: 'Keep the Contact in Altur',
				value: 'skip',
				description: 'The row comes back as skipped_duplicate',
			},
			{
				name: 'Update the Contact in Altur',
				value: 'update',
				description:
					'Overwrites name, context, extracted data and external ID; the last row of a number wins',
			},
		],
	},
	{
		displayName:
			'Name, context, extracted data and external ID of the contact in Altur are overwritten. Map everything that should stay: what you leave out may be emptied.',
		name: 'overwriteNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { ifDuplicate: ['update'] } },
	},
];
