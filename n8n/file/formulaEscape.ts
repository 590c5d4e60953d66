/** The signs a formula begins with, as they are and full-width, behind what a sheet skips before them (OWASP, "CSV injection"). */
const beginsAsFormula = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^\t/u;
const plainNumber = /^[+-](?:\d[\d.,]*|[.,]\d+)(?:e[+-]?\d+)?$/i;
const phoneCharacters = /^\+[\d \u00a0().\-/]+$/;
const onlyDashes = /^-+$/;
/** Two groups of digits with no sign between them: this cannot be calculated, so a sheet keeps it as text. */
const unsignedGroups = /\d[ \u00a0()]+\d/;
/** In most countries of Europe and South America Excel parts cells at semicolons, and it then knows no quotes within a line. */
const parts = /[^;\r\n]+/g;
/** Nearly all cells: they need no closer look. */
const harmless = /^[^=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]*$/;

/**
 * Makes a text harmless for a spreadsheet that would take it for a formula: an apostrophe before it keeps it a text.
 *
 * What stays as it is: a number with a sign, such as -5, -1.234,56 or +525512345678, dashes alone, and a phone number that no sheet can
 * calculate, such as +52 55 1234-5678 or +1 (555) 123-4567. Excel would make -6765 of +52-55-1234-5528, so that gets its
 * apostrophe. What follows a semicolon or a line break within the text is treated like a text of its own.
 *
 * @returns a text of which `unescapeFormulas` makes the same again
 */
export function escapeFormulas(text: string): string {
	if (harmless.test(text)) return text;
	const escaped = text.replace(parts, (part) => (isFormula(part) ? `'${part}` : part));
	return escaped.replace(/^'*[\r\n]/, "'$&");
}

/**
 * Takes away the apostrophes of `escapeFormulas`, and no other: 'Ana and '5512345678 keep theirs.
 *
 * @param text a cell of a file, also of one that people or other programs have written
 */
export function unescapeFormulas(text: string): string {
	if (!text.includes("'")) return text;
	const inner = text.replace(/^'(?='*[\r\n])/, '');
	return inner.replace(parts, (part) => (part.startsWith("'") && isFormula(part) ? part.slice(1) : part));
}

/** Apostrophes before it do not count, so that one more can be told from those that were there. */
function isFormula(part: string): boolean {
	const inner = part.replace(/^'+/, '');
	if (!beginsAsFormula.test(inner) || plainNumber.test(inner) || onlyDashes.test(inner)) return false;
	return !(phoneCharacters.test(inner) && unsignedGroups.test(inner));
}
