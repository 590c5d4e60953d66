import { valueToText } from '../../../bulk/text';
import type { AddForm } from './addForm';
import { InputProblem } from '../../../n8n/inputProblem';
import { duplicatePolicySchema, type DuplicatePolicy } from './schema';

/** Where a row goes, and what becomes of one that is there already. */
export interface Target {
	/** A whole number, as text. */
	campaignId: string;
	ifDuplicate: DuplicatePolicy;
}

/**
 * Reads a row's campaign and duplicate policy, which may be expressions.
 *
 * @throws InputProblem when one of them is missing or of the wrong form
 */
export function readTarget(form: AddForm, itemIndex: number): Target {
	const campaignId = valueToText(form.campaign.read(itemIndex))?.trim() ?? '';
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
	const ifDuplicate = duplicatePolicySchema.safeParse(form.ifDuplicate.read(itemIndex));
	if (!ifDuplicate.success) {
		throw new InputProblem(
			'INVALID_DUPLICATE_POLICY',
			'If Duplicate is neither "skip" nor "update".',
			'Choose one of the two from the list.',
		);
	}
	return { campaignId, ifDuplicate: ifDuplicate.data };
}
