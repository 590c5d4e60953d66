import { looksLikePhone } from '../clean/phone/looksLikePhone';
import { TableTitles } from './tableTitles';
import type { Delimiter } from './csv/delimiter';
import type { Encoding } from './encoding/decoder';
import { FileProblem } from './fileProblem';
import { readRows } from './readRows';
import type { ParsedRow } from './row';
import { fitRow, maxColumns } from './rowWidth';

/** A longer cell is not looked at to find out whether it holds a phone number (characters). */
const maxPhoneLength = 60;

/** What is known of a file; the rest is found out. */
export interface TableOptions {
	delimiter?: Delimiter;
	/** A byte order mark in the file says more. */
	encoding?: Encoding;
	/** Whether the first row holds the titles of the columns. */
	hasTitles?: 'yes' | 'no';
	/**
	 * Of a workbook: the name of the sheet, in any case, or its number among the visible ones, from 1. Without it the first
	 * visible one is read. A file that is no workbook has no sheets, and this is passed over.
	 */
	sheet?: string | number;
}

/** A row of a table. */
export interface TableRow {
	/** As a sheet shows its number: counted from 1, the row of titles and empty rows too. */
	row: number;
	/**
	 * The line of the file on which it begins, or the number of the row in its sheet, counted from 1; empty lines and those
	 * within cells count.
	 */
	line: number;
	/**
	 * As they stand in the file, not trimmed; '' for one that is missing or empty. At least as many as there are titles.
	 * More only when the row has filled cells behind the last title; `titleOf` names their columns.
	 */
	cells: string[];
}

/** A table, read as far as its titles. */
export interface Table {
	/** Trimmed, none of them empty and never two alike. */
	titles: readonly string[];
	/** False when the first row was one of data: then the titles are the letters of the columns. */
	hasTitles: boolean;
	/** @returns the title of a column, counted from 0; of one behind the last title its letters, as in a sheet */
	titleOf(column: number): string;
	/**
	 * The rows, to be gone through once; a page holds those of 64 kB of the file or of its sheet, and may be empty. Throws FileProblem
	 * where the file turns out to be broken. A cell that is kept for long may hold its page in memory.
	 */
	pages: AsyncIterable<readonly TableRow[]>;
	/** Lets go of the file. Only needed when `pages` is never gone through. */
	close(): Promise<void>;
}

/**
 * Reads a table from a file: CSV with any delimiter and in any usual encoding, as it is or in a gzip file or a zip; or a
 * sheet of a workbook (.xlsx). Memory does not grow with the file, but for the texts that the cells of a workbook share.
 *
 * Without `hasTitles`, a first row in which a cell looks like a phone number is one of data.
 *
 * @param open begins anew with the bytes of the file, in chunks of any size; called more than once for a zip or a workbook only
 * @throws FileProblem when it is no such file, is empty, or has more than `maxColumns` columns; errors of `open` as they are
 */
export async function readTable(
	open: () => AsyncIterable<Uint8Array>,
	{ hasTitles: given, ...known }: TableOptions = {},
): Promise<Table> {
	const parsed = readRows(open, known);
	let isTable = false;
	try {
		const [first, ...others] = await firstRows(parsed);
		const { cells } = fitRow(first, Math.min(first.cells.length, maxColumns));
		const hasTitles = given === undefined ? !cells.some(isPhone) : given === 'yes';
		const columns = new TableTitles(hasTitles ? cells : cells.map(() => ''));
		isTable = true;
		return {
			titles: columns.titles,
			hasTitles,
			titleOf: (column) => columns.at(column),
			pages: pagesOf(hasTitles ? others : [first, ...others], parsed, columns.titles.length),
			close: async () => {
				await parsed.return();
			},
		};
	} finally {
		if (!isTable) await parsed.return();
	}
}

async function firstRows(
	parsed: AsyncGenerator<ParsedRow[], void>,
): Promise<[first: ParsedRow, ...others: ParsedRow[]]> {
	for (;;) {
		const next = await parsed.next();
		if (next.done) {
			throw new FileProblem('EMPTY_FILE', 'The file is empty', 'Check that it was saved and uploaded whole.');
		}
		const [first, ...others] = next.value;
		if (first !== undefined) return [first, ...others];
	}
}

function isPhone(cell: string): boolean {
	return cell.length <= maxPhoneLength && looksLikePhone(cell);
}

async function* pagesOf(
	rows: ParsedRow[],
	further: AsyncGenerator<ParsedRow[], void>,
	width: number,
): AsyncGenerator<TableRow[], void> {
	try {
		yield rows.map((row) => fitRow(row, width));
		for await (const page of further) yield page.map((row) => fitRow(row, width));
	} finally {
		await further.return();
	}
}
