import type { Decoder } from './decoder';

/** Decodes UTF-16. Half a pair of surrogates at the end of a piece stays one: joined with the next text it is whole. */
export class Utf16Decoder implements Decoder {
	private rest: Uint8Array = new Uint8Array(0);

	constructor(private readonly isBigEndian: boolean) {}

	decode(piece: Uint8Array): string {
		const bytes = Buffer.concat([this.rest, piece]);
		const even = bytes.length - (bytes.length % 2);
		this.rest = bytes.subarray(even);
		const units = bytes.subarray(0, even);
		return (this.isBigEndian ? units.swap16() : units).toString('utf16le');
	}

	end(): string {
		return this.rest.length === 0 ? '' : '\ufffd';
	}
}
