import { parse } from 'csv-parse/sync';
import type { IBinaryData } from 'n8n-workflow';
import { rmSync, writeFileSync } from 'node:fs';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openResultFile, type ResultFile } from '../../../../n8n/file/resultFile';
import { executeContext } from '../executeContext';
import { inMemory, onDisk, type BinaryStorage } from './binaryStorage';

jest.setTimeout(60_000);

const context = executeContext();
const titles = ['phone', 'name', 'status'];
const row = ['+525512345678', 'Ana López', 'added'];

function open(isStreamed: boolean): ResultFile {
	return openResultFile(context, { fileName: 'results.csv', titles, isStreamed });
}

/** Writes rows as a load does: those of a batch at once, then the disk has its turn. */
async function writeRows(
	file: ResultFile,
	rows: number,
	afterBatch: () => Promise<void> = async () => {},
): Promise<void> {
	for (let written = 0; written < rows; written += 1000) {
		for (let index = 0; index < 1000; index += 1) file.write([...row, written + index]);
		await turn();
		await afterBatch();
	}
}

/** Bytes in use, with nothing in them that could be thrown away. */
function memoryInUse(): number {
	setFlagsFromString('--expose-gc');
	runInNewContext('gc')();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}

const megabyte = 1024 * 1024;

async function contentOf(file: IBinaryData): Promise<string> {
	const bytes = file.id
		? await context.helpers.binaryToBuffer(await context.helpers.getBinaryStream(file.id))
		: Buffer.from(file.data, 'base64');
	return bytes.toString('utf8');
}

describe.each([
	['on the disk, streamed', onDisk, true],
	['on the disk, not streamed', onDisk, false],
	['in memory, not streamed', inMemory, false],
	['in memory, though the input seemed to come from a disk', inMemory, true],
])('A result file %s', (_, useStorage, isStreamed) => {
	let storage: BinaryStorage;
	beforeAll(async () => {
		storage = await useStorage();
	});
	afterAll(() => {
		storage.close();
	});

	it('holds the titles and every row in order, in UTF-8 that Excel knows', async () => {
		const file = open(isStreamed);
		const rows = Array.from({ length: 5000 }, (_, index) => [...row.slice(0, 2), String(index)]);
		for (const cells of rows.slice(0, 3000)) file.write(cells);
		await turn();
		for (const cells of rows.slice(3000)) file.write(cells);
		const content = await contentOf(await file.close());
		expect(content.startsWith('\ufeffphone,name,status\r\n+525512345678,Ana López,0\r\n')).toBe(true);
		expect(parse(content, { bom: true })).toEqual([titles, ...rows]);
	});

	it('is named, known as CSV, and says its size', async () => {
		const file = open(isStreamed);
		file.write(['5', 'á', null]);
		expect(await file.close()).toMatchObject({
			fileName: 'results.csv',
			fileExtension: 'csv',
			mimeType: 'text/csv',
			bytes: Buffer.byteLength('\ufeffphone,name,status\r\n5,á,\r\n'),
		});
	});

	it('has its titles alone when nothing was written', async () => {
		expect(await contentOf(await open(isStreamed).close())).toBe('\ufeffphone,name,status\r\n');
	});

	it('leaves nothing behind when it is given up, begun or not', async () => {
		const before = storage.files();
		await open(isStreamed).abandon();
		const file = open(isStreamed);
		await writeRows(file, 5000);
		await file.abandon();
		file.write(row);
		expect(storage.files()).toEqual(before);
	});
});

describe('A result file on the disk', () => {
	let storage: BinaryStorage;
	beforeEach(async () => {
		storage = await onDisk();
	});
	afterEach(() => {
		storage.close();
		jest.restoreAllMocks();
	});

	it('is written as it comes, and has another name until it is whole', async () => {
		const file = open(true);
		await writeRows(file, 5000);
		for (let waits = 0; waits < 1000 && storage.files().length === 0; waits += 1) await pause(10);
		expect(storage.files()).toEqual([expect.stringContaining('.tmp.')]);
		await file.close();
		expect(storage.files()).toEqual([
			expect.not.stringContaining('.tmp.'),
			expect.stringMatching(/metadata$/),
		]);
	});

	it('takes no more memory for 300,000 rows', async () => {
		const file = open(true);
		await writeRows(file, 10_000);
		const before = memoryInUse();
		let most = 0;
		let batches = 0;
		await writeRows(file, 300_000, async () => {
			// A load has 80 ms between two batches; one that does not wait at all measures how busy the disk is.
			await pause(2);
			if (++batches % 20 === 0) most = Math.max(most, memoryInUse() - before);
		});
		const { bytes = 0 } = await file.close();
		expect(bytes).toBeGreaterThan(11 * megabyte);
		expect(most).toBeLessThan(bytes * 0.75);
	});

	it('tells when it is closed that the disk took nothing, and keeps no rows until then', async () => {
		const unhandled = jest.fn();
		process.on('unhandledRejection', unhandled);
		storage.close();
		writeFileSync(storage.folder, 'a file where the folder should be');
		const file = open(true);
		for (let turns = 0; turns < 100; turns += 1) await turn();
		const before = memoryInUse();
		await writeRows(file, 100_000);
		expect(memoryInUse() - before).toBeLessThan(2 * megabyte);
		await expect(file.close()).rejects.toThrow(/EEXIST|ENOTDIR/);
		process.off('unhandledRejection', unhandled);
		expect(unhandled).not.toHaveBeenCalled();
	});

	it('tells when it is closed that its beginning is gone', async () => {
		const file = open(true);
		await writeRows(file, 5000);
		while (storage.files().length === 0) await turn();
		rmSync(storage.folder, { recursive: true });
		await expect(file.close()).rejects.toThrow('ENOENT');
	});

	it('tells when it is closed that the disk is full, and keeps no rows from then on', async () => {
		const full = new Error('ENOSPC: no space left on device, write');
		jest.spyOn(context.helpers, 'prepareBinaryData').mockImplementation(async (content) => {
			let bytes = 0;
			for await (const piece of content) {
				bytes += Buffer.from(piece).length;
				if (bytes > 100_000) break;
			}
			throw full;
		});
		const file = open(true);
		await writeRows(file, 10_000);
		const before = memoryInUse();
		await writeRows(file, 100_000);
		expect(memoryInUse() - before).toBeLessThan(megabyte);
		await expect(file.close()).rejects.toBe(full);
		await file.abandon();
	});

	it('is not stored without its beginning, when the storage fails in an odd way after it has taken that', async () => {
		const odd = new TypeError('Cannot read properties of undefined');
		jest.spyOn(context.helpers, 'prepareBinaryData').mockImplementationOnce(async (content) => {
			for await (const piece of content) if (Buffer.from(piece).length > 0) break;
			throw odd;
		});
		const file = open(true);
		await writeRows(file, 5000);
		await expect(file.close()).rejects.toBe(odd);
	});

	it('is stored whole, when it was closed before it is given up', async () => {
		const file = open(true);
		const stored = await file.close();
		await file.abandon();
		expect(await contentOf(stored)).toContain('phone');
	});
});
