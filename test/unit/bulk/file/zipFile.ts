import { deflateRawSync, gzipSync } from 'node:zlib';

/** A file to be packed. */
export interface Packed {
	name: string;
	content: string | Buffer;
	/** As it is, without deflate. */
	isStored?: boolean;
	isEncrypted?: boolean;
	method?: number;
	/** Its sizes stand behind it, as by programs that write to a pipe; with 64 bits in the directory and at its end. */
	isStreamed?: boolean;
}

/** gzip ends with the checksum that a zip has in its lists. */
const crc32 = (content: Buffer) => gzipSync(content, { level: 0 }).subarray(-8).readUInt32LE(0);

function numbers(...fields: Array<[bytes: 2 | 4, value: number]>): Buffer {
	return Buffer.concat(
		fields.map(([bytes, value]) => {
			const field = Buffer.alloc(bytes);
			field.writeUIntLE(value, 0, bytes);
			return field;
		}),
	);
}

function large(...values: number[]): Buffer {
	const field = Buffer.alloc(4 + 8 * values.length);
	field.writeUInt16LE(1, 0);
	field.writeUInt16LE(8 * values.length, 2);
	values.forEach((value, index) => field.writeBigUInt64LE(BigInt(value), 4 + 8 * index));
	return field;
}

/**
 * Makes a zip, written after PKWARE's APPNOTE.
 *
 * @param options a comment at its end, and bytes before it
 */
export function zipOf(files: readonly Packed[], { comment = '', before = Buffer.alloc(0) } = {}): Buffer {
	const local: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { name, content, isStored, isEncrypted, isStreamed, method } of files) {
		const bytes = Buffer.from(content);
		const data = isStored ? bytes : deflateRawSync(bytes);
		const nameBytes = Buffer.from(name);
		const flags = (isEncrypted ? 1 : 0) | (isStreamed ? 8 : 0) | 0x800;
		const how: Array<[2 | 4, number]> = [
			[2, flags],
			[2, method ?? (isStored ? 0 : 8)],
			[4, 0],
		];
		const sizes: Array<[2 | 4, number]> = [
			[4, crc32(bytes)],
			[4, data.length],
			[4, bytes.length],
		];
		const unknown: Array<[2 | 4, number]> = [
			[4, 0],
			[4, 0],
			[4, 0],
		];
		const extra = Buffer.from([0x55, 0x54, 1, 0, 0]);
		const parts = [
			numbers([4, 0x04034b50], [2, 20], ...how, ...(isStreamed ? unknown : sizes)),
			numbers([2, nameBytes.length], [2, extra.length]),
			nameBytes,
			extra,
			data,
			isStreamed ? numbers([4, 0x08074b50], ...sizes) : Buffer.alloc(0),
		];
		const inDirectory = isStreamed ? Buffer.concat([extra, large(bytes.length, data.length)]) : extra;
		directory.push(
			numbers([4, 0x02014b50], [2, 20], [2, 20], ...how),
			isStreamed ? numbers([4, crc32(bytes)], [4, 0xffffffff], [4, 0xffffffff]) : numbers(...sizes),
			numbers([2, nameBytes.length], [2, inDirectory.length], [2, 3], [2, 0], [2, 0], [4, 0], [4, offset]),
			nameBytes,
			inDirectory,
			Buffer.from('rem'),
		);
		local.push(...parts);
		offset += parts.reduce((sum, { length }) => sum + length, 0);
	}
	const list = Buffer.concat(directory);
	const isLarge = files.some(({ isStreamed }) => isStreamed);
	const large64 = Buffer.alloc(76);
	large64.writeUInt32LE(0x06064b50, 0);
	large64.writeBigUInt64LE(44n, 4);
	large64.writeBigUInt64LE(BigInt(files.length), 24);
	large64.writeBigUInt64LE(BigInt(files.length), 32);
	large64.writeBigUInt64LE(BigInt(list.length), 40);
	large64.writeBigUInt64LE(BigInt(offset), 48);
	large64.writeUInt32LE(0x07064b50, 56);
	large64.writeBigUInt64LE(BigInt(offset + list.length), 64);
	const end = numbers(
		[4, 0x06054b50],
		[2, 0],
		[2, 0],
		[2, files.length],
		[2, files.length],
		[4, isLarge ? 0xffffffff : list.length],
		[4, isLarge ? 0xffffffff : offset],
		[2, comment.length],
	);
	return Buffer.concat([
		before,
		...local,
		list,
		isLarge ? large64 : Buffer.alloc(0),
		end,
		Buffer.from(comment),
	]);
}
