/** A row is given up when it is longer (characters): then it is no table, or in CSV a quote was never closed. */
export const maxRowCharacters = 1_000_000;

/** A row as it stands in the file. */
export interface ParsedRow {
	/** As a sheet numbers its rows: from 1, empty ones too. */
	row: number;
	/**
	 * In CSV the line of the file on which it begins, for a cell may go over several; in a workbook the number of the row.
	 * Counted from 1.
	 */
	line: number;
	cells: string[];
}

/** @returns whether anything but spaces stands in the row */
export function isFilled({ cells }: ParsedRow): boolean {
	return cells.some((cell) => cell !== '' && cell.trim() !== '');
}
