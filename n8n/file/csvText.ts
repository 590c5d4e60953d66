import { valueToText } from '../../bulk/clean/text';
import { escapeFormulas } from './formulaEscape';

/** A cell of a row; null and undefined are empty cells. */
export type Cell = string | number | null | undefined;

/** At the beginning of a file: without it Excel takes UTF-8 for the encoding of the computer, and á for Ã¡. */
export const byteOrderMark = '\ufeff';

/** Beside what must be quoted (RFC 4180), signs by which programs guess the delimiter, and spaces that some would trim. */
const needsQuotes = /[",;|\t\r\n]|^\s|\s$/;

/**
 * A row as a line of a CSV file: commas, CRLF, quotes where they are needed. Texts that a spreadsheet would take for
 * formulas are made harmless by `escapeFormulas`; `unescapeFormulas` gives back what was in the cell.
 */
export function csvLine(cells: readonly Cell[]): string {
	let line = '';
	for (const [column, cell] of cells.entries()) {
		if (column > 0) line += ',';
		line += csvCell(cell);
	}
	return `${line}\r\n`;
}

function csvCell(cell: Cell): string {
	const text = escapeFormulas(valueToText(cell) ?? '');
	return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
