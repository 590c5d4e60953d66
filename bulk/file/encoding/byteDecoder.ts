import { completeLength, decodeMixedUtf8, decodeUtf8, surplusOfUtf8 } from './utf8';
import { decodeWindows1252 } from './windows1252';
import type { Decoder } from './decoder';

/** What the pieces before say counts as much as so many characters of a piece at most. */
const maxEarlier = 8;

/**
 * Decodes UTF-8 or windows-1252 and finds out which, piece by piece: by what most of its characters are that are not
 * ASCII, and where there are few, by those of the pieces before. In UTF-8, bytes that are none are taken for windows-1252.
 */
export class ByteDecoder implements Decoder {
	private rest: Uint8Array = new Uint8Array(0);
	/** Above zero when the pieces before were UTF-8, below when they were windows-1252. */
	private earlier = 0;

	/** @param given the encoding that is known; undefined when it is to be found out */
	constructor(private readonly given?: 'utf-8' | 'windows-1252') {}

	decode(piece: Uint8Array): string {
		const bytes = this.rest.length === 0 ? piece : Buffer.concat([this.rest, piece]);
		const end = completeLength(bytes);
		this.rest = bytes.subarray(end);
		return this.decodeWhole(bytes.subarray(0, end));
	}

	end(): string {
		return this.decodeWhole(this.rest);
	}

	private decodeWhole(bytes: Uint8Array): string {
		if (this.given === 'windows-1252') return decodeWindows1252(bytes);
		const text = decodeUtf8(bytes);
		const isValid = !text.includes('\ufffd');
		// What is valid has more bytes than characters by one or two for each that is not ASCII.
		const surplus = this.earlier + (isValid ? bytes.length - text.length : surplusOfUtf8(bytes));
		this.earlier = Math.max(-maxEarlier, Math.min(maxEarlier, surplus));
		if (this.given === undefined && surplus < 0) return decodeWindows1252(bytes);
		return isValid ? text : decodeMixedUtf8(bytes);
	}
}
