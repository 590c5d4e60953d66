import { FileProblem } from '../fileProblem';
import { cutToPieces } from '../pieces';

/**
 * What is unpacked at once. A byte of deflate becomes 1,032 at most, so a file made to fill the memory takes 17 MB of it.
 */
const packedBytes = 16_384;

const isWritten = { done: true, isWritten: true } as const;

/**
 * Unpacks gzip (RFC 1952), and checks length and checksum.
 *
 * Of a file with several members (RFC 1952, 2.2) Node 20 reads all, and Node 24 the first; then it throws.
 *
 * Packed bytes go in only when all that came of the earlier ones has been taken: a DecompressionStream itself would
 * unpack hundreds of megabytes ahead of its reader.
 *
 * @param bytes from the first byte of the gzip file on
 * @param name what the file is called in messages, such as "The gzip file"
 * @throws FileProblem when the data is damaged or ends too early; errors of the source as they are
 */
export async function* gunzip(
	bytes: AsyncIterable<Uint8Array>,
	name: string,
): AsyncGenerator<Uint8Array, void> {
	const stream = new DecompressionStream('gzip');
	const writer = stream.writable.getWriter();
	const reader = stream.readable.getReader();
	writer.closed.catch(toldElsewhere);
	const read = () => watched(reader.read());
	try {
		let reading = read();
		for await (const packed of cutToPieces(bytes, packedBytes)) {
			const writing = watched(writer.write(packed).then(() => isWritten));
			for (;;) {
				const next = await explained(Promise.race([reading, writing]), name);
				if ('isWritten' in next) break;
				if (next.done) return;
				yield asBytes(next.value);
				reading = read();
			}
		}
		writer.close().catch(toldElsewhere);
		for (;;) {
			const next = await explained(reading, name);
			if (next.done) return;
			yield asBytes(next.value);
			reading = read();
		}
	} finally {
		writer.abort().catch(toldElsewhere);
		reader.cancel().catch(toldElsewhere);
	}
}

/** A failure of the stream comes out of each of its promises; the read that is waited for tells it. */
function toldElsewhere(): void {}

function watched<Value>(promise: Promise<Value>): Promise<Value> {
	promise.catch(toldElsewhere);
	return promise;
}

function asBytes(value: unknown): Uint8Array {
	return value instanceof Uint8Array ? value : new Uint8Array(0);
}

async function explained<Value>(promise: Promise<Value>, name: string): Promise<Value> {
	try {
		return await promise;
	} catch (error) {
		throw problemOf(error, name);
	}
}

function problemOf(error: unknown, name: string): FileProblem {
	switch (codeOf(error)) {
		case 'Z_BUF_ERROR':
			return cutShort(name);
		case 'ERR_TRAILING_JUNK_AFTER_STREAM_END':
			return new FileProblem(
				'BROKEN_ARCHIVE',
				`${name} has more data behind its end, such as a second file`,
				'Unpack it, and give this node the file itself.',
			);
		default:
			return new FileProblem(
				'BROKEN_ARCHIVE',
				`${name} is damaged: what is in it cannot be unpacked`,
				'Get the file again, or pack it anew. A download that is opened as text on its way is damaged too.',
			);
	}
}

/** The problem of a packed file that ends too early. */
export function cutShort(name: string): FileProblem {
	return new FileProblem(
		'CUT_SHORT',
		`${name} ends too early: a part of it is missing`,
		'Get the file again: its download or upload was not finished.',
	);
}

/** Node has zlib's code in the error itself, from version 22 on in its cause. */
function codeOf(error: unknown): unknown {
	if (typeof error !== 'object' || error === null) return undefined;
	if ('code' in error) return error.code;
	return 'cause' in error ? codeOf(error.cause) : undefined;
}
