import { beginsWith } from '../firstBytes';
import { ByteDecoder } from './byteDecoder';
import { Utf16Decoder } from './utf16Decoder';

/** How the characters of a file are written as bytes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Makes text of bytes that come piece by piece. */
export interface Decoder {
	/** @returns the text of the piece, as far as its characters are whole */
	decode(piece: Uint8Array): string;
	/** @returns what is left when no more bytes come */
	end(): string;
}

const byteOrderMarks: ReadonlyArray<readonly [Encoding, readonly number[]]> = [
	['utf-8', [0xef, 0xbb, 0xbf]],
	['utf-16le', [0xff, 0xfe]],
	['utf-16be', [0xfe, 0xff]],
];

/**
 * In UTF-16 every second byte of Latin letters, digits and signs is zero; a fifth of all is enough to tell, and less than
 * three are none of UTF-16 but stray.
 */
const leastShare = 0.2;
const leastZeros = 3;

/**
 * Chooses the decoder of a file. A byte order mark decides, then what is given, then the zero bytes of UTF-16; between
 * UTF-8 and windows-1252 the decoder itself does.
 *
 * @param first the first piece, at least three bytes of it if there are so many
 * @param given the encoding that is known
 * @returns the decoder, and how many bytes of a byte order mark come before the text
 */
export function chooseDecoder(first: Uint8Array, given?: Encoding): { decoder: Decoder; markBytes: number } {
	const mark = byteOrderMarks.find(([, bytes]) => beginsWith(first, bytes));
	const encoding = mark?.[0] ?? given ?? utf16ByZeros(first);
	return { decoder: decoderOf(encoding), markBytes: mark?.[1].length ?? 0 };
}

function decoderOf(encoding: Encoding | undefined): Decoder {
	switch (encoding) {
		case 'utf-16le':
		case 'utf-16be':
			return new Utf16Decoder(encoding === 'utf-16be');
		case 'utf-8':
		case 'windows-1252':
		case undefined:
			return new ByteDecoder(encoding);
	}
}

function utf16ByZeros(bytes: Uint8Array): Encoding | undefined {
	const zeros = [0, 0];
	for (const [index, byte] of bytes.entries()) {
		if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
	}
	const [even = 0, odd = 0] = zeros;
	const least = Math.max(leastZeros, (bytes.length / 2) * leastShare);
	if (odd >= least && odd > even) return 'utf-16le';
	if (even >= least && even > odd) return 'utf-16be';
	return undefined;
}
