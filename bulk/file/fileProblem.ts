/** What is wrong with a file. */
export type FileProblemCode =
	| 'EMPTY_FILE'
	/** It is something else: a PDF, a web page, a picture. */
	| 'NOT_A_TABLE'
	/** A workbook that is not .xlsx. */
	| 'EXCEL_WORKBOOK'
	| 'BROKEN_WORKBOOK'
	| 'SHEET_NOT_FOUND'
	/** The texts of a workbook, which memory has to hold. */
	| 'TOO_LARGE'
	| 'BINARY'
	| 'UNCLOSED_QUOTE'
	| 'ROW_TOO_LONG'
	| 'TOO_MANY_COLUMNS'
	/** gzip or zip that is damaged, cut short, or packed in a way that is not read. */
	| 'BROKEN_ARCHIVE'
	| 'CUT_SHORT'
	| 'ENCRYPTED'
	| 'ZIP_WITHOUT_FILE'
	| 'ZIP_WITH_SEVERAL_FILES'
	| 'COMPRESSED_TWICE'
	| 'UNKNOWN_COMPRESSION';

/** A file cannot be read as a table, or not to its end. Rows that were given before remain right. */
export class FileProblem extends Error {
	/**
	 * @param message what happened, a sentence for the person at the canvas
	 * @param advice what to do, a sentence
	 */
	constructor(
		readonly code: FileProblemCode,
		message: string,
		readonly advice: string,
	) {
		super(message);
	}
}
