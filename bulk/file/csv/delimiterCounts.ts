/** So many rows are counted. */
const maxRows = 500;

/**
 * Counts in each row how often each of some characters stands outside quotes, whichever of them is the delimiter: quotes
 * open at the beginning of a row or behind one of them, and close before one of them or at the end of a row.
 *
 * @param sample the beginning of a table
 * @returns for each row that holds anything, the counts in the order of the characters; a row that is not complete in the
 * sample counts only if it is the first, and one that holds nothing if there is no other
 */
export function countDelimiters(sample: string, delimiters: readonly string[]): number[][] {
	const rows: number[][] = [];
	const isBoundary = (character: string) => isLineEnd(character) || delimiters.includes(character);
	let counts = delimiters.map(() => 0);
	let unfilled = counts;
	let isFilled = false;
	let isQuoted = false;
	let before = '\n';
	for (let at = 0; at < sample.length && rows.length < maxRows; at += 1) {
		const character = sample.charAt(at);
		if (isQuoted) {
			if (character !== '"') continue;
			if (sample.charAt(at + 1) === '"') at += 1;
			else if (at + 1 === sample.length || isBoundary(sample.charAt(at + 1))) isQuoted = false;
			before = character;
			continue;
		}
		const delimiter = delimiters.indexOf(character);
		if (isLineEnd(character)) {
			if (isFilled) rows.push(counts);
			else if (counts.some((count) => count > 0)) unfilled = counts;
			counts = delimiters.map(() => 0);
			isFilled = false;
		} else if (delimiter >= 0) {
			counts[delimiter] = (counts[delimiter] ?? 0) + 1;
		} else {
			isFilled ||= character.trim() !== '';
			isQuoted = character === '"' && isBoundary(before);
		}
		before = character;
	}
	if (rows.length > 0) return rows;
	return [isFilled || counts.some((count) => count > 0) ? counts : unfilled];
}

function isLineEnd(character: string): boolean {
	return character === '\n' || character === '\r';
}
