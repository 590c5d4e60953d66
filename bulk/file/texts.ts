import { decodeTexts } from './encoding/decodeTexts';
import type { Encoding } from './encoding/decoder';
import { refuseOtherFiles } from './fileKind';
import { cutToPieces } from './pieces';

/**
 * Gives the text of a file in parts of up to 65,536 characters.
 *
 * @param bytes of the file, unpacked
 * @param encoding found out when it is not given
 * @throws FileProblem when the file is known to be no text; what `bytes` throws
 */
export function readTexts(
	bytes: AsyncIterable<Uint8Array>,
	encoding?: Encoding,
): AsyncGenerator<string, void> {
	return decodeTexts(withoutOtherFiles(cutToPieces(bytes)), encoding);
}

async function* withoutOtherFiles(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
	let isFirst = true;
	for await (const piece of pieces) {
		if (isFirst) refuseOtherFiles(piece);
		isFirst = false;
		yield piece;
	}
}
