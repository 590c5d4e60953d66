import { FileProblem } from '../fileProblem';
import { cutToPieces } from '../pieces';
import { cutShort } from './gunzip';

/** A file in a zip, by its record in the central directory (APPNOTE.TXT, 4.3.12). */
export interface ZipEntry {
	name: string;
	isEncrypted: boolean;
	/** 0 is stored as it is, 8 is deflate. */
	method: number;
	crc32: number;
	packedBytes: number;
	bytes: number;
	/** Where its local header begins in the file. */
	offset: number;
}

/** The end of a zip in which its directory is looked for: thousands of files, when there is no long comment. */
const endBytes = 1_048_576;

const endRecord = { signature: 0x06054b50, length: 22 };
const largeEndRecord = { signature: 0x06064b50, length: 56 };
const locator = { signature: 0x07064b50, length: 20 };
const entryRecord = { signature: 0x02014b50, length: 46 };
const zip64Extra = 0x0001;
const inZip64 = 0xffffffff;

/**
 * Reads what a zip holds. That stands at its end, so all of its bytes are passed once; memory holds the last megabyte.
 *
 * @param name what the zip is called in messages, such as "The zip file"
 * @throws FileProblem when the end is missing or makes no sense, and when the directory alone is larger than a megabyte
 */
export async function readZipDirectory(bytes: AsyncIterable<Uint8Array>, name: string): Promise<ZipEntry[]> {
	const { end, endsAt } = await lastBytes(bytes);
	const endAt = endsAt - end.length;
	const { count, length, offset, behind } = readEndRecord(end, endAt, name);
	const start = behind - length;
	if (start < 0) throw tooManyFiles(count);
	// What was written before the zip, such as a program that unpacks it, shifts all of its offsets.
	const shift = endAt + start - offset;
	if (shift < 0) throw brokenDirectory(name);
	const entries: ZipEntry[] = [];
	for (let at = start; entries.length < count;) {
		if (at + entryRecord.length > behind || end.readUInt32LE(at) !== entryRecord.signature)
			throw brokenDirectory(name);
		const { entry, length } = readEntry(end, at, name);
		entries.push({ ...entry, offset: entry.offset + shift });
		at += length;
	}
	return entries;
}

async function lastBytes(bytes: AsyncIterable<Uint8Array>): Promise<{ end: Buffer; endsAt: number }> {
	let pieces: Uint8Array[] = [];
	let endsAt = 0;
	for await (const piece of cutToPieces(bytes)) {
		pieces.push(piece);
		endsAt += piece.length;
		if (pieces.length * piece.length > 2 * endBytes) pieces = pieces.slice(-endBytes / piece.length);
	}
	return { end: Buffer.concat(pieces).subarray(-endBytes), endsAt };
}

/** What the end record says of the directory, and where it stands: `behind` its last byte, in the bytes of the end. */
interface Directory {
	count: number;
	length: number;
	offset: number;
	behind: number;
}

/** @param endAt where the bytes begin in the file; @param name of the zip in messages */
function readEndRecord(end: Buffer, endAt: number, name: string): Directory {
	// A comment of up to 64 kB may stand behind the record.
	let at = end.length - endRecord.length;
	while (at >= 0 && end.readUInt32LE(at) !== endRecord.signature) at -= 1;
	if (at < 0) throw cutShort(name);
	const locatorAt = at - locator.length;
	if (locatorAt >= 0 && end.readUInt32LE(locatorAt) === locator.signature) {
		return readLargeEndRecord(end, Number(end.readBigUInt64LE(locatorAt + 8)) - endAt, name);
	}
	return {
		count: end.readUInt16LE(at + 10),
		length: end.readUInt32LE(at + 12),
		offset: end.readUInt32LE(at + 16),
		behind: at,
	};
}

/** The record with numbers of 64 bits, which programs that write to a pipe put before the other one. */
function readLargeEndRecord(end: Buffer, at: number, name: string): Directory {
	const isThere = at >= 0 && at + largeEndRecord.length <= end.length;
	if (!isThere || end.readUInt32LE(at) !== largeEndRecord.signature) throw brokenDirectory(name);
	const [count = 0, length = 0, offset = 0] = [32, 40, 48].map((place) =>
		Number(end.readBigUInt64LE(at + place)),
	);
	return { count, length, offset, behind: at };
}

function readEntry(end: Buffer, at: number, zip: string): { entry: ZipEntry; length: number } {
	const nameAt = at + entryRecord.length;
	const extraAt = nameAt + end.readUInt16LE(at + 28);
	const commentAt = extraAt + end.readUInt16LE(at + 30);
	const entry = {
		name: end.toString('utf8', nameAt, extraAt),
		isEncrypted: (end.readUInt16LE(at + 8) & 1) === 1,
		method: end.readUInt16LE(at + 10),
		crc32: end.readUInt32LE(at + 16),
		packedBytes: end.readUInt32LE(at + 20),
		bytes: end.readUInt32LE(at + 24),
		offset: end.readUInt32LE(at + 42),
	};
	return {
		entry: withLargeNumbers(entry, end.subarray(extraAt, commentAt), zip),
		length: commentAt + end.readUInt16LE(at + 32) - at,
	};
}

/** Programs that do not know beforehand how much they pack write the numbers with 64 bits, in an extra field. */
function withLargeNumbers(entry: ZipEntry, extra: Buffer, zip: string): ZipEntry {
	const large = { ...entry };
	for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
		if (extra.readUInt16LE(at) !== zip64Extra) continue;
		let numberAt = at + 4;
		for (const name of ['bytes', 'packedBytes', 'offset'] as const) {
			if (entry[name] !== inZip64) continue;
			if (numberAt + 8 > extra.length) throw brokenDirectory(zip);
			large[name] = Number(extra.readBigUInt64LE(numberAt));
			numberAt += 8;
		}
	}
	return large;
}

function brokenDirectory(name: string): FileProblem {
	return new FileProblem(
		'BROKEN_ARCHIVE',
		`${name} is damaged: its list of files makes no sense`,
		'Get the file again, or pack it anew.',
	);
}

function tooManyFiles(count: number): FileProblem {
	return new FileProblem(
		'ZIP_WITH_SEVERAL_FILES',
		`The zip holds ${count} files, and which one is meant is not known`,
		'Put the file with the contacts alone into a zip, or give this node the file itself.',
	);
}
