import { FileProblem } from '../fileProblem';
import { ByteCursor } from './byteCursor';
import { cutShort, gunzip } from './gunzip';
import { refuseUnreadable } from './readableEntry';
import type { ZipEntry } from './zipDirectory';

const localHeader = { signature: 0x04034b50, length: 30 };

/**
 * Unpacks a file of a zip. The bytes before it are passed.
 *
 * @param open begins anew with the bytes of the zip
 * @param name what the zip is called in messages, such as "The zip file"
 * @throws FileProblem as `refuseUnreadable` and `gunzip`, and when the file is not where the directory says
 */
export async function* unzip(
	open: () => AsyncIterable<Uint8Array>,
	entry: ZipEntry,
	name: string,
): AsyncGenerator<Uint8Array, void> {
	refuseUnreadable(entry);
	if (entry.method === 0) yield* packed(open(), entry, name);
	else yield* gunzip(asGzip(packed(open(), entry, name), entry), name);
}

/** The bytes of a file as they stand in the zip. */
async function* packed(
	bytes: AsyncIterable<Uint8Array>,
	entry: ZipEntry,
	name: string,
): AsyncGenerator<Uint8Array, void> {
	const chunks = bytes[Symbol.asyncIterator]();
	try {
		const cursor = new ByteCursor(chunks);
		await cursor.skip(entry.offset);
		const header = await cursor.read(localHeader.length);
		if (header.length < localHeader.length || header.readUInt32LE(0) !== localHeader.signature) {
			throw new FileProblem(
				'BROKEN_ARCHIVE',
				`${name} is damaged: the file in it is not where its list says`,
				'Get the file again, or pack it anew.',
			);
		}
		await cursor.skip(header.readUInt16LE(26) + header.readUInt16LE(28));
		let missing = entry.packedBytes;
		for await (const part of cursor.take(entry.packedBytes)) {
			missing -= part.length;
			yield part;
		}
		if (missing > 0) throw cutShort(name);
	} finally {
		await chunks.return?.();
	}
}

/** Zip and gzip pack alike, so header and trailer of gzip around the data let length and checksum be checked too. */
async function* asGzip(
	deflated: AsyncIterable<Uint8Array>,
	{ crc32, bytes }: ZipEntry,
): AsyncGenerator<Uint8Array, void> {
	yield Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
	yield* deflated;
	const trailer = Buffer.alloc(8);
	trailer.writeUInt32LE(crc32, 0);
	trailer.writeUInt32LE(bytes % 2 ** 32, 4);
	yield trailer;
}
