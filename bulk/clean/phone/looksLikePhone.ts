const asMostAreWritten = /^\+?\d{7,15}$/;
const rounded = /^\d+([.,]\d+)?e\+?\d+$/i;
const onlyPhoneCharacters = /^[+\d\s().\-/\u2010-\u2015]{7,40}$/;
const extension = /\s*(?:,|#|x|ext|int|ramal|poste)\.?\s*\d{1,6}$/i;
/** Dates, amounts, and identity numbers as they are written in Latin America: 40.123.456, 12.345.678-5, 123.456.789-09. */
const otherShapes = [
	/^\d{4}[-./]\d{1,2}[-./]\d{1,2}(\s|$)/,
	/^\d{1,2}[-./]\d{1,2}[-./]\d{4}(\s|$)/,
	/^\d+\.\d{1,2}$/,
	/^\d{1,2}\.\d{3}\.\d{3}$/,
	/^\d{1,3}\.\d{3}\.\d{3}-[\dk]{1,2}$/i,
];

/**
 * Says whether a cell looks as if it held a phone number: 7 to 15 digits (E.164 has no more; 00 before them aside) with
 * nothing but signs between them. Also an extension behind it, and a number that a sheet has rounded (5.21E+11), pass.
 * Other numbers of that length pass too, so this is for telling columns apart, not for judging a number.
 *
 * @param text a cell as text
 */
export function looksLikePhone(text: string): boolean {
	if (asMostAreWritten.test(text)) return true;
	const typed = text.replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '').trim();
	if (rounded.test(typed)) return true;
	const number = typed
		.replace(/^'/, '')
		.replace(/^(\+?\d{7,})\.0+$/, '$1')
		.replace(extension, '');
	if (!onlyPhoneCharacters.test(number) || otherShapes.some((shape) => shape.test(number))) return false;
	const digits = number.replace(/\D/g, '').replace(/^00/, '').length;
	return digits >= 7 && digits <= 15;
}
