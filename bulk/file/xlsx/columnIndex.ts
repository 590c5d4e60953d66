const letters = 26;
const beforeA = 64;

/**
 * @param reference of a cell, such as `AB12`
 * @returns its column, from 0 on; undefined when there are no letters before its digits
 */
export function columnIndex(reference: string): number | undefined {
	let index = 0;
	let length = 0;
	for (; length < reference.length; length += 1) {
		const letter = (reference.charCodeAt(length) & ~0x20) - beforeA;
		if (letter < 1 || letter > letters) break;
		index = index * letters + letter;
	}
	return length === 0 ? undefined : index - 1;
}
