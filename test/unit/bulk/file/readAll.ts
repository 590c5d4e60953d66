import { readTable, type TableOptions } from '../../../../bulk/file/readTable';

/** Gives bytes in chunks of a size, as a source that can be opened again and again. */
export function inChunks(bytes: Uint8Array, size = 65_536): () => AsyncGenerator<Uint8Array> {
	return async function* () {
		for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
	};
}

/** Reads a whole table: its titles, and the cells and lines of all rows. */
export async function readAll(
	file: string | Uint8Array | (() => AsyncIterable<Uint8Array>),
	options?: TableOptions,
) {
	const open = typeof file === 'function' ? file : inChunks(Buffer.from(file));
	const table = await readTable(open, options);
	const rows: string[][] = [];
	const lines: number[] = [];
	for await (const page of table.pages) {
		for (const { cells, line } of page) {
			rows.push(cells);
			lines.push(line);
		}
	}
	return { titles: table.titles, hasTitles: table.hasTitles, rows, lines, table };
}
