import { decodeWindows1252 } from './windows1252';

/** Decodes UTF-8; a byte that is none becomes U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}

/** Decodes UTF-8 in which some bytes are windows-1252, as where two files were put together. */
export function decodeMixedUtf8(bytes: Uint8Array): string {
	const parts: string[] = [];
	let start = 0;
	for (let at = 0; at < bytes.length;) {
		const length = sequenceLength(bytes, at);
		if (length === 0) {
			parts.push(decodeUtf8(bytes.subarray(start, at)), decodeWindows1252(bytes.subarray(at, at + 1)));
			start = at + 1;
		}
		at += Math.max(1, length);
	}
	parts.push(decodeUtf8(bytes.subarray(start)));
	return parts.join('');
}

/** @returns by how many characters of several bytes exceed the bytes that are no UTF-8 */
export function surplusOfUtf8(bytes: Uint8Array): number {
	let surplus = 0;
	for (let at = 0; at < bytes.length;) {
		const length = sequenceLength(bytes, at);
		if (length === 0) surplus -= 1;
		else if (length > 1) surplus += 1;
		at += Math.max(1, length);
	}
	return surplus;
}

/** @returns where a character begins whose last bytes are not there yet; the length when there is none */
export function completeLength(bytes: Uint8Array): number {
	for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
		const at = bytes.length - back;
		const expected = expectedLength(bytes[at] ?? 0);
		if (expected > 0) return expected > back ? at : bytes.length;
	}
	return bytes.length;
}

/** By its first byte; 0 for one that begins no character. */
function expectedLength(first: number): number {
	if (first < 0x80) return 1;
	if (first < 0xc2 || first > 0xf4) return 0;
	if (first < 0xe0) return 2;
	return first < 0xf0 ? 3 : 4;
}

/** @returns the bytes of the character that begins there (Unicode, table 3-7), or 0 when none does */
function sequenceLength(bytes: Uint8Array, at: number): number {
	const first = bytes[at] ?? 0;
	const length = expectedLength(first);
	if (length < 2) return length;
	const second = bytes[at + 1] ?? 0;
	const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
	const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
	if (second < lowest || second > highest) return 0;
	for (let next = at + 2; next < at + length; next += 1) {
		if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
	}
	return length;
}
