import { quoteName } from '../compression/readableEntry';
import type { ZipEntry } from '../compression/zipDirectory';
import { FileProblem } from '../fileProblem';
import { isFilled, maxRowCharacters, type ParsedRow } from '../row';
import { maxColumns } from '../rowWidth';
import { columnLetters } from '../tableTitles';
import { CellTexts } from './cellTexts';
import { chooseSheet } from './chooseSheet';
import { Parts } from './parts';
import { readSharedStrings } from './sharedStrings';
import { rowTooLong, SheetParser, type SheetRow } from './sheetParser';
import { readStyles } from './styles';
import { readWorkbookPart } from './workbook';
import { xmlTexts } from './xmlParser';

/** A page ends when its rows have so many characters: a short text of the file may stand for a long one. */
const maxPageCharacters = 1_000_000;

/**
 * Gives the rows of a sheet that are not empty. Memory holds the texts that cells share, and the rows of a page.
 *
 * @param open begins anew with the bytes of the workbook; called for each of the parts that are read
 * @param entries what its zip holds
 * @param sheet its name or its number, as `chooseSheet` takes it
 * @returns the rows in pages
 * @throws FileProblem when there is no such sheet, it is empty, or the workbook is damaged, in the middle too
 */
export async function* readWorkbook(
	open: () => AsyncIterable<Uint8Array>,
	entries: readonly ZipEntry[],
	sheet?: string | number,
): AsyncGenerator<ParsedRow[], void> {
	const parts = new Parts(open, entries);
	const workbook = await readWorkbookPart(parts);
	const { name, path } = chooseSheet(workbook.sheets, sheet);
	const formats = await readStyles(parts, workbook.stylesPath);
	const shared = await readSharedStrings(parts, workbook.sharedStringsPath);
	const texts = new CellTexts(shared, formats, workbook.isFrom1904);
	const parser = new SheetParser(path);
	let isEmpty = true;
	for await (const text of xmlTexts(parts.read(path))) {
		for (const page of pagesOf(parser.push(text), texts)) {
			isEmpty &&= page.length === 0;
			yield page;
		}
	}
	parser.end();
	if (isEmpty) throw emptySheet(name);
}

function emptySheet(name: string): FileProblem {
	return new FileProblem(
		'EMPTY_FILE',
		`The sheet ${quoteName(name)} of the workbook is empty`,
		'Enter the name of the sheet with the contacts; or check that the workbook was saved with them.',
	);
}

function* pagesOf(rows: readonly SheetRow[], texts: CellTexts): Generator<ParsedRow[], void> {
	let page: ParsedRow[] = [];
	let characters = 0;
	for (const row of rows) {
		const parsed = parseRow(row, texts);
		if (!isFilled(parsed)) continue;
		page.push(parsed);
		characters += parsed.cells.reduce((sum, { length }) => sum + length, 0);
		if (characters <= maxPageCharacters) continue;
		yield page;
		page = [];
		characters = 0;
	}
	yield page;
}

function parseRow(row: SheetRow, texts: CellTexts): ParsedRow {
	const cells: string[] = [];
	let characters = 0;
	for (const cell of row.cells) {
		const text = texts.of(cell, row.line);
		if (text === '') continue;
		if (cell.column >= maxColumns) throw tooManyColumns(row.line, cell.column);
		characters += text.length;
		if (characters > maxRowCharacters) throw rowTooLong(row.line);
		while (cells.length < cell.column) cells.push('');
		cells[cell.column] = text;
	}
	return { row: row.line, line: row.line, cells };
}

function tooManyColumns(line: number, column: number): FileProblem {
	return new FileProblem(
		'TOO_MANY_COLUMNS',
		`Row ${line} of the sheet has something in column ${columnLetters(column)}, and at most ${maxColumns} columns are read`,
		'Put the columns that are needed into a sheet of their own.',
	);
}
