/** Sheets show so many digits; the file has up to two more, which tell apart what is alike: 0.30000000000000004. */
const shownDigits = 15;

/**
 * Makes plain text of a number in a cell: all of its digits, no exponent, no separators. Digits alone stay as they stand in
 * the file, also more of them than the 15 that sheets calculate with: some programs write longer numbers, and all of their
 * digits are right.
 *
 * @param written as it stands in the file
 * @returns what is no number as it is
 */
export function plainNumber(written: string): string {
	if (/^-?\d+$/.test(written)) return written;
	const value = Number(written);
	if (written.trim() === '' || !Number.isFinite(value)) return written;
	const rounded = Number(value.toPrecision(shownDigits));
	// The largest numbers of all have no rounded one; and a zero has no sign.
	const text = String(Number.isFinite(rounded) ? rounded + 0 : value);
	return text.includes('e') ? withoutExponent(text) : text;
}

function withoutExponent(text: string): string {
	const [mantissa = '', exponent = '0'] = text.split('e');
	const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
	const sign = mantissa.startsWith('-') ? '-' : '';
	const shift = Number(exponent);
	if (shift < 0) return `${sign}0.${'0'.repeat(-shift - 1)}${whole}${fraction}`;
	return `${sign}${whole}${fraction.padEnd(shift, '0')}`;
}
