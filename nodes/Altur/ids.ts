import { z } from 'zod';
import { valueToText } from '../../bulk/clean/text';

const noCampaign = 'No campaign is chosen: pick one from the list in the Campaign field, or enter its ID';

/** The identifier of a campaign in a path: "integer, required" (vendor pages). It is kept as text. */
export const campaignIdSchema = z.string({ message: noCampaign }).trim().min(1, noCampaign).regex(/^\d*$/, {
	message: 'Campaign must be an ID, which is a whole number: pick the campaign from the list to be sure',
});

/**
 * The identifier of a call, a thread or an end user in a path: a text such as `cll_gBoLtd02pUI50QwXkFjB`, or a UUID. A
 * number, as a sheet may give it, is taken as text.
 *
 * @param label of the field
 * @param where a person finds it, as a sentence without a full stop
 */
export const textIdSchema = (label: string, where: string) =>
	z.preprocess(
		valueToText,
		z
			.string({ message: `${label} is empty: ${where}` })
			.trim()
			.min(1, `${label} is empty: ${where}`)
			.regex(/^[\w-]*$/, `${label} must be an ID of letters, digits, _ and -: ${where}`),
	);

/** An ID as Altur writes it: a number, or text where a number could not hold all of its digits. */
export function idNumber(id: string): number | string {
	const number = Number(id);
	return Number.isSafeInteger(number) ? number : id;
}
