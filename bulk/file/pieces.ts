/** Text is made of so many bytes at once: few enough that memory stays flat, whatever a file is read in. */
export const pieceBytes = 65_536;

/**
 * Cuts bytes that arrive in chunks of any size, also a whole file as one, into pieces of the same size. So what is
 * found out from a piece never depends on how the bytes arrived.
 *
 * @returns pieces of exactly `size` bytes; only the last one may be shorter, and none is empty
 */
export async function* cutToPieces(
	bytes: AsyncIterable<Uint8Array>,
	size: number = pieceBytes,
): AsyncGenerator<Uint8Array, void> {
	let piece = new Uint8Array(size);
	let filled = 0;
	for await (const chunk of bytes) {
		for (let at = 0; at < chunk.length;) {
			if (filled === 0 && chunk.length - at >= size) {
				yield chunk.subarray(at, at + size);
				at += size;
				continue;
			}
			const part = chunk.subarray(at, at + size - filled);
			piece.set(part, filled);
			filled += part.length;
			at += part.length;
			if (filled === size) {
				yield piece;
				piece = new Uint8Array(size);
				filled = 0;
			}
		}
	}
	if (filled > 0) yield piece.subarray(0, filled);
}
