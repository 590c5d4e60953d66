import { cleanPhone } from '../../../../../bulk/clean/phone/cleanPhone';
import type { RefusedRow } from '../../../../../bulk/rows';
import { shorten } from '../../../../../n8n/messages';
import { refuseRounded } from '../../../../../n8n/load/roundedNumber';
import { contactSchema } from './schema';

/** Characters of a Default Country that are shown; a column may hold anything. */
const mostOfCountry = 20;

/**
 * Makes a phone number ready for Octopush. What is no international number is refused here, because Octopush repairs
 * or ignores what it cannot read, and does not say so.
 *
 * @param typed the cell as text
 * @param country ISO 3166-1 alpha-2, for numbers written without their country
 */
export function readPhone(
	typed: string | undefined,
	country: string | undefined,
	itemIndex: number,
): { phone: string } | RefusedRow {
	if (typed === undefined) {
		return {
			itemIndex,
			refused: {
				code: 'MISSING_PHONE_NUMBER',
				message: 'The row has no phone number. Fill it in, or take another column for it.',
			},
		};
	}
	const cleaned = cleanPhone(typed, country);
	if ('rounded' in cleaned) return refuseRounded(itemIndex, cleaned.rounded);
	const phone = cleaned.number;
	if (contactSchema.shape.phone_number.safeParse(phone).success) return { phone };
	const advice =
		country === undefined
			? 'Set Default Country, or write it with +.'
			: `Check its digits and the Default Country (${shorten(country, mostOfCountry)}).`;
	return {
		itemIndex,
		refused: {
			code: 'INVALID_PHONE_NUMBER',
			message: `"${typed}" is no international phone number. ${advice}`,
			contact: typed,
		},
	};
}
