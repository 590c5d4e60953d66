import { z } from 'zod';

const noCampaign = 'No campaign is chosen: pick one from the list in the Campaign field, or enter its ID';

/** The identifier of a campaign in a path: "integer, required" (vendor pages). It is kept as text. */
export const campaignIdSchema = z.string({ message: noCampaign }).trim().min(1, noCampaign).regex(/^\d*$/, {
	message: 'Campaign must be an ID, which is a whole number: pick the campaign from the list to be sure',
});

/** An ID as Altur writes it: a number, or text where a number could not hold all of its digits. */
export function idNumber(id: string): number | string {
	const number = Number(id);
	return Number.isSafeInteger(number) ? number : id;
}
