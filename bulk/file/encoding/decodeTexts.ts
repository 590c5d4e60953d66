import { chooseDecoder, type Decoder, type Encoding } from './decoder';

/**
 * Gives the text of bytes, a part for each piece of them.
 *
 * @param pieces the first of at least three bytes, if there are so many
 * @param encoding found out when it is not given
 */
export async function* decodeTexts(
	pieces: AsyncIterable<Uint8Array>,
	encoding?: Encoding,
): AsyncGenerator<string, void> {
	let decoder: Decoder | undefined;
	for await (const piece of pieces) {
		if (decoder === undefined) {
			const chosen = chooseDecoder(piece, encoding);
			decoder = chosen.decoder;
			yield decoder.decode(piece.subarray(chosen.markBytes));
		} else {
			yield decoder.decode(piece);
		}
	}
	if (decoder !== undefined) yield decoder.end();
}
