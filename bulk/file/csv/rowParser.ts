import { FileProblem } from '../fileProblem';
import { maxRowCharacters, type ParsedRow } from '../row';
import { CellReader, unclosedQuote } from './cellReader';

/** The row that is being read. */
interface Begun {
	cells: string[];
	/** The characters of these cells, with what is behind them, and the line ends within them. */
	characters: number;
	innerLines: number;
}

/**
 * Makes rows of the text of a table with delimiters (RFC 4180 and what programs write beside it). A line ends with CRLF, LF
 * or CR. How cells are read says `CellReader`.
 */
export class RowParser {
	private text = '';
	private rowNumber = 1;
	private row: Begun = { cells: [], characters: 0, innerLines: 0 };

	/**
	 * @param delimiter one character, no quote, space or line end
	 * @param line the line of the file on which the text begins
	 */
	constructor(
		private readonly delimiter: string,
		private line = 1,
	) {}

	/** The line on which the next row begins. */
	get nextLine(): number {
		return this.line;
	}

	/**
	 * @returns the rows that are complete with this text, also empty ones
	 * @throws FileProblem where quotes contradict, or a row is longer than `maxRowCharacters`
	 */
	push(text: string): ParsedRow[] {
		return this.readRows(this.text + text, false);
	}

	/**
	 * @returns the last row, if there is no line end behind it
	 * @throws FileProblem as `push`, and when a quote is still open
	 */
	end(): ParsedRow[] {
		return this.readRows(this.text, true);
	}

	private readRows(text: string, isEnd: boolean): ParsedRow[] {
		const reader = new CellReader(text, this.delimiter, isEnd);
		const rows: ParsedRow[] = [];
		let at = 0;
		while (at < text.length || this.row.cells.length > 0) {
			const { next, isWhole, isQuoteOpen } = this.readRow(reader, at);
			at = next;
			if (this.row.characters + (isWhole ? 0 : text.length - at) > maxRowCharacters)
				throw this.tooLong(isQuoteOpen);
			if (!isWhole) break;
			rows.push({ row: this.rowNumber++, line: this.line, cells: this.row.cells });
			this.line += 1 + this.row.innerLines;
			this.row = { cells: [], characters: 0, innerLines: 0 };
		}
		this.text = text.slice(at);
		return rows;
	}

	/** @returns where the next row begins; or, if this one may go on behind the text, the cell that is not complete */
	private readRow(
		reader: CellReader,
		start: number,
	): { next: number; isWhole: boolean; isQuoteOpen: boolean } {
		const { row } = this;
		for (let at = start; ;) {
			const cell = reader.read(at, this.line + row.innerLines);
			if (cell === undefined || cell === 'open')
				return { next: at, isWhole: false, isQuoteOpen: cell === 'open' };
			const isDelimiter = reader.isDelimiter(cell.end);
			const next = isDelimiter ? cell.end + 1 : reader.behindLineEnd(cell.end);
			if (next === undefined) return { next: at, isWhole: false, isQuoteOpen: false };
			row.cells.push(cell.text);
			row.characters += next - at;
			row.innerLines += cell.innerLines;
			if (!isDelimiter) return { next, isWhole: true, isQuoteOpen: false };
			at = next;
		}
	}

	private tooLong(isQuoteOpen: boolean): FileProblem {
		if (isQuoteOpen) return unclosedQuote(this.line + this.row.innerLines);
		return new FileProblem(
			'ROW_TOO_LONG',
			`The row that begins on line ${this.line} does not end within a million characters`,
			'Check that the file is a table with one row on each line, and that every quote (") in it is closed.',
		);
	}
}
