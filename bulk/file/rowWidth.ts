import { FileProblem } from './fileProblem';
import type { ParsedRow } from './row';

/** A row with more columns, up to its last filled cell, is none of contacts. Sheets may write thousands of empty ones. */
export const maxColumns = 1000;

/**
 * Makes a row as wide as the table: missing cells become '', and empty ones behind the last column go. Filled ones stay.
 *
 * @param width of the table, in columns
 * @throws FileProblem when the row has more than `maxColumns` columns
 */
export function fitRow({ cells, line, row }: ParsedRow, width: number): ParsedRow {
	while (cells.length > width && cells.at(-1) === '') cells.pop();
	while (cells.length < width) cells.push('');
	if (cells.length > maxColumns) {
		throw new FileProblem(
			'TOO_MANY_COLUMNS',
			`Line ${line} has ${cells.length} columns, and at most ${maxColumns} are read`,
			'Check the delimiter, and that the file has one row on each line; or save the columns that are needed alone.',
		);
	}
	return { cells, line, row };
}
