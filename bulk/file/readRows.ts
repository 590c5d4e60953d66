import { gunzip } from './compression/gunzip';
import { onlyFile } from './compression/onlyFile';
import { unzip } from './compression/unzip';
import { readZipDirectory } from './compression/zipDirectory';
import { parseTable } from './csv/parseTable';
import type { Encoding } from './encoding/decoder';
import { isGzip, isZip } from './firstBytes';
import { cutToPieces } from './pieces';
import type { ParsedRow } from './row';
import { readTexts } from './texts';
import { beginsAsWorkbook, isWorkbook } from './xlsx/parts';
import { readWorkbook } from './xlsx/readWorkbook';

/** What is known of a file; the rest is found out. */
export interface RowOptions {
	delimiter?: string;
	encoding?: Encoding;
	sheet?: string | number;
}

/**
 * Gives the rows of a file that are not empty, as they stand in it: of a CSV file, also in a gzip file or alone in a zip,
 * or of a sheet of a workbook. What it is tell its first bytes, not its name.
 *
 * @param open begins anew with the bytes of the file; called more than once for a zip or a workbook only
 * @returns the rows in pages
 * @throws FileProblem when the file cannot be read, in the middle too; errors of `open` as they are
 */
export async function* readRows(
	open: () => AsyncIterable<Uint8Array>,
	{ delimiter, encoding, sheet }: RowOptions,
): AsyncGenerator<ParsedRow[], void> {
	const pieces = cutToPieces(open());
	try {
		const first = await pieces.next();
		if (first.done) return;
		if (isZip(first.value)) {
			await pieces.return();
			const name = beginsAsWorkbook(first.value) ? 'The workbook' : 'The zip file';
			const entries = await readZipDirectory(open(), name);
			if (isWorkbook(entries)) yield* readWorkbook(open, entries, sheet);
			else yield* parseTable(readTexts(unzip(open, onlyFile(entries), name), encoding), delimiter);
		} else {
			const bytes = beginningWith(first.value, pieces);
			const unpacked = isGzip(first.value) ? gunzip(bytes, 'The gzip file') : bytes;
			yield* parseTable(readTexts(unpacked, encoding), delimiter);
		}
	} finally {
		await pieces.return();
	}
}

async function* beginningWith(
	first: Uint8Array,
	others: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
	yield first;
	yield* others;
}
