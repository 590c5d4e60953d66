import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readTable } from '../../../../../bulk/file/readTable';
import { TextStore } from '../../../../../bulk/file/xlsx/textStore';
import { inChunks } from '../readAll';
import { workbookOf } from './workbookFile';

/** So many rows has the longest sheet that Excel writes. */
const mostRows = 1_048_576;

/** A workbook of phone numbers and names, which cells share. */
function largeWorkbook(count: number): Buffer {
	const rows: string[] = ['<row r="1"><c t="inlineStr"><is><t>Phone</t></is></c><c/></row>'];
	const strings: string[] = [];
	for (let index = 0; index < count - 1; index += 1) {
		rows.push(`<row><c><v>${525500000000 + index}</v></c><c t="s"><v>${index}</v></c></row>`);
		strings.push(`<si><t>José ${index}</t></si>`);
	}
	return workbookOf(rows.join(''), { strings: strings.join('') });
}

/** What is held in memory, without what is only still to be collected (bytes). */
async function heldBytes(): Promise<number> {
	setFlagsFromString('--expose-gc');
	const collect: () => void = runInNewContext('gc');
	collect();
	// The memory of buffers is given back a moment later.
	await setTimeout(20);
	collect();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}

describe('A sheet of all the rows that there can be', () => {
	it('is read whole; what piles up in memory is little more than its texts', async () => {
		const file = largeWorkbook(mostRows);
		const before = await heldBytes();
		const table = await readTable(inChunks(file));
		const held: number[] = [];
		let pages = 0;
		let count = 1;
		for await (const page of table.pages) {
			for (const { line, cells } of page) {
				count += 1;
				if (
					cells[0] !== String(525500000000 + count - 2) ||
					cells[1] !== `José ${count - 2}` ||
					line !== count
				)
					throw new Error(`Row ${count} is ${line}: ${cells.join()}`);
			}
			if (pages % 300 === 0) held.push((await heldBytes()) - before);
			pages += 1;
		}
		expect(count).toBe(mostRows);
		expect(held.length).toBeGreaterThan(2);
		// The texts are 12 MB and their places 8; as objects they would be 40 MB more, and the rows 200.
		expect(Math.max(...held)).toBeLessThan(45_000_000);
		// A million rows take their time on a busy machine.
	}, 300_000);
});

describe('A store of texts', () => {
	it('gives back what was put into it, also over its blocks', () => {
		const store = new TextStore();
		const texts = Array.from({ length: 3000 }, (_, index) => `${index}${'ñ'.repeat((index * 37) % 5000)}`);
		for (const text of ['', ...texts]) store.add(text);
		expect(store.at(0)).toBe('');
		expect(texts.every((text, index) => store.at(index + 1) === text)).toBe(true);
		expect(store.at(texts.length + 1)).toBeUndefined();
		expect(store.at(-1)).toBeUndefined();
		expect(store.at(0.5)).toBeUndefined();
		expect(store.at(NaN)).toBeUndefined();
	});

	it('gives up when the texts take more than 512 MB, or what else they may', () => {
		const store = new TextStore();
		const text = 'x'.repeat(1_000_000);
		const fill = () => {
			for (let count = 0; count < 600; count += 1) store.add(text);
		};
		expect(fill).toThrow(
			expect.objectContaining({
				code: 'TOO_LARGE',
				message: 'The texts in the workbook take more than 512 MB',
			}),
		);
	});

	it('gives up too when there are millions of empty ones', () => {
		const store = new TextStore(16);
		const fill = () => {
			for (let count = 0; count < 2_000_000; count += 1) store.add('');
		};
		expect(fill).toThrow(expect.objectContaining({ code: 'TOO_LARGE' }));
	});
});
