/** What windows-1252 has in the places 0x80 to 0x9f, where Latin-1 has control characters; five are not assigned. */
const characters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Decodes windows-1252, which Excel calls ANSI and most call Latin-1. Node 20's own decoder for it leaves 0x80 to 0x9f as
 * they are.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
	const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
	return latin1.replace(/[\u0080-\u009f]/g, (character) => characters.charAt(character.charCodeAt(0) - 0x80));
}
