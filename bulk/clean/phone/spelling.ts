/** A phone number as a cell holds it, read as characters only. */
interface PhoneSpelling {
	/** As typed, without what nobody can see. */
	typed: string;
	/** The same number in "+", digits and the separators " ().-/", as far as it is made of these. */
	plain: string;
}

/** Zero-width characters, and the marks of writing direction that contact apps put around a number. */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const spaces = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63]/g;
const fullWidth = /[\uff08-\uff0f\uff10-\uff19]/g;
/** Zeros of the Arabic, Persian and Devanagari digits. */
const zeros = [0x0660, 0x06f0, 0x0966];
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g;
const beyondAscii = /[^\0-\x7f]/;
const scientific = /^(\d+)(?:[.,](\d+))?e\+?(\d+)$/i;

/**
 * Reads the characters of a cell: other spaces, dashes and digits become the usual ones; a leading apostrophe, "tel:",
 * decimals that are zero (5512345678.0) and 5.512345678E9 with all its digits are undone.
 */
export function readSpelling(text: string): PhoneSpelling {
	const typed = text.replace(invisible, '').trim();
	const usual = beyondAscii.test(typed) ? toAscii(typed) : typed;
	const plain = usual
		// A leading apostrophe is how people make a sheet keep a number as text.
		.replace(/^['\u2018\u2019]/, '')
		.replace(/^tel:/i, '')
		// "5512345678.0" is what comes of a number that a program kept with decimals.
		.replace(/^(\+?\d{7,})[.,]0+$/, '$1')
		.replace(/\t/g, ' ')
		.trim();
	return { typed, plain: unrounded(plain) ?? plain };
}

/**
 * What is left of 5.21E+11 once a program has read it as a number: 521000000000. Sheets show numbers of up to 11 digits in
 * full by themselves, and longer ones with 3 to 6 of their digits, so 12 and more digits of which at most 6 are no zeros
 * at the end are taken for rounded; of 11 digits, which only a format of one's own or a narrow column rounds, at most 4.
 * Switchboards have such numbers too (+52 55 5000 0000, 91 22 6600 0000). Rather one of them is asked for again than a
 * stranger called; and with "+", 00, a space or a sign in it, nobody's program has rounded it, and it passes.
 */
const manyZeros = /^[1-9]\d*0{6}$/;
const shortestRounded = 11;
const longestNumber = 15;

/** Whether a sheet has rounded the number to 5.21E+11, or 521000000000. One that still has all its digits does not count. */
export function isRounded({ plain }: PhoneSpelling): boolean {
	return scientific.test(plain) || hasLostItsEnd(plain);
}

function hasLostItsEnd(plain: string): boolean {
	const { length } = plain;
	if (length < shortestRounded || length > longestNumber || !manyZeros.test(plain)) return false;
	return plain.replace(/0+$/, '').length <= (length === shortestRounded ? 4 : 6);
}

/** @returns the digits of 5.512345678E9, undefined when some of them are lost */
function unrounded(spelling: string): string | undefined {
	const [, whole = '', decimals = '', exponent] = scientific.exec(spelling) ?? [];
	const digits = whole + decimals;
	return decimals.length === Number(exponent) && /^[1-9]\d{0,14}$/.test(digits) ? digits : undefined;
}

function toAscii(text: string): string {
	return text
		.replace(spaces, ' ')
		.replace(dashes, '-')
		.replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
		.replace(otherDigits, (digit) => {
			const code = digit.charCodeAt(0);
			return String(code - (zeros.find((zero) => code >= zero && code < zero + 10) ?? code));
		});
}

const phoneCharacters = /^[( ]*\+?[\d ().\-/]{1,40}$/;
/** What has these shapes is no number, or a number with something else beside it. */
const doubtfulShapes = [
	/^\d{4}[-./]\d{1,2}[-./]\d{1,2}$/,
	/^\d{1,2}[-./]\d{1,2}[-./]\d{4}$/,
	// 2024 01 15, 15. 01. 2024: numbers are grouped like this too, so only what is a day of these centuries.
	/^(?:19|20)\d{2}[-./ ]+(?:0?[1-9]|1[0-2])[-./ ]+(?:0?[1-9]|[12]\d|3[01])$/,
	/^(?:0?[1-9]|[12]\d|3[01])[-./ ]+(?:0?[1-9]|[12]\d|3[01])[-./ ]+(?:19|20)\d{2}$/,
	/\)$/,
	/\.\d$/,
	// 98765432.10 is an amount.
	/^\+?\d{5,}\.\d{1,3}$/,
];

/** Whether a spelling (`plain`) looks like one number and nothing else. */
export function looksLikeOneNumber(plain: string): boolean {
	return (
		phoneCharacters.test(plain) &&
		!doubtfulShapes.some((shape) => shape.test(plain)) &&
		(!plain.includes('/') || slashFollowsAreaCode(plain))
	);
}

/** 030/123456 is one number, 9876543210/11 and 5512345678/5587654321 are two. */
function slashFollowsAreaCode(plain: string): boolean {
	const slash = plain.lastIndexOf('/');
	const before = plain.slice(0, slash).replace(/\D/g, '').replace(/^00/, '').length;
	const after = plain.slice(slash).replace(/\D/g, '').length;
	return before <= (/^[( ]*(\+|00)/.test(plain) ? 7 : 6) && after >= 5;
}
