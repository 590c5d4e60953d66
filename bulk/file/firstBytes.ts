/** @returns whether the bytes begin with these */
export function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
	return start.every((byte, index) => bytes[index] === byte);
}

/** @returns whether the file is a zip, also an empty one, or a document that is a zip, such as .xlsx */
export function isZip(bytes: Uint8Array): boolean {
	return beginsWith(bytes, [0x50, 0x4b, 3, 4]) || beginsWith(bytes, [0x50, 0x4b, 5, 6]);
}

/** @returns whether the file is packed with gzip */
export function isGzip(bytes: Uint8Array): boolean {
	return beginsWith(bytes, [0x1f, 0x8b]);
}
