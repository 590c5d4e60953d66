/** How a program writes a table. */
export interface Dialect {
	delimiter: string;
	lineEnd: '\r\n' | '\n' | '\r';
	/** Cells in quotes: those that need them, or all. */
	quotes: 'needed' | 'all';
}

/** Writes a cell, in quotes if it needs them. */
export function writeCell(cell: string, delimiter: string, quotes: Dialect['quotes'] = 'needed'): string {
	const isPlain = quotes === 'needed' && !/["\r\n]/.test(cell) && !cell.includes(delimiter);
	return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`;
}

/** Writes a table; there is a line end behind its last row. */
export function writeTable(
	rows: ReadonlyArray<readonly string[]>,
	{ delimiter, lineEnd, quotes }: Dialect,
): string {
	return rows
		.map((cells) => cells.map((cell) => writeCell(cell, delimiter, quotes)).join(delimiter) + lineEnd)
		.join('');
}
