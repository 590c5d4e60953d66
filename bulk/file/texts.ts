import { unpack } from './compression/unpack';
import { chooseDecoder, type Decoder, type Encoding } from './encoding/decoder';
import { refuseOtherFiles } from './fileKind';
import { cutToPieces } from './pieces';

/**
 * Gives the text of a file, unpacked if it is a gzip file or a zip, in parts of up to 65,536 characters.
 *
 * @param open begins anew with the bytes of the file
 * @param encoding found out when it is not given
 * @throws FileProblem when the file cannot be unpacked, or is known to be no text
 */
export async function* readTexts(
	open: () => AsyncIterable<Uint8Array>,
	encoding?: Encoding,
): AsyncGenerator<string, void> {
	let decoder: Decoder | undefined;
	for await (const piece of cutToPieces(unpack(open))) {
		if (decoder === undefined) {
			refuseOtherFiles(piece);
			const chosen = chooseDecoder(piece, encoding);
			decoder = chosen.decoder;
			yield decoder.decode(piece.subarray(chosen.markBytes));
		} else {
			yield decoder.decode(piece);
		}
	}
	if (decoder !== undefined) yield decoder.end();
}
