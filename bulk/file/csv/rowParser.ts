import { FileProblem } from '../fileProblem';
import { NextOf } from './nextOf';

/** A row is given up when it is longer (characters): then a quote was never closed, or it is no table. */
export const maxRowCharacters = 1_000_000;

/** A row as it stands in the file. */
export interface ParsedRow {
	/** The line of the file on which it begins, counted from 1; a cell may go over several lines. */
	line: number;
	cells: string[];
}

/** A cell, and where the delimiter or line end behind it stands. */
interface ParsedCell {
	text: string;
	end: number;
	innerLines: number;
}

const quote = 34;
const space = 32;

/**
 * Makes rows of the text of a table with delimiters (RFC 4180 and what programs write beside it).
 *
 * A line ends with CRLF, LF or CR. A cell in quotes may hold delimiters and line ends, and a quote as two; spaces around
 * its quotes do not belong to it. A quote within a cell that does not begin with one is a character like any other, and so
 * are the quotes of a cell that goes on behind them: `"La Jefa" López`.
 */
export class RowParser {
	private text = '';
	private delimiters = new NextOf('', '');
	private lineFeeds = new NextOf('', '');
	private carriageReturns = new NextOf('', '');
	private isEnd = false;
	/** Where the next cell begins in the text. */
	private at = 0;
	/** Of the row that is being read: its cells so far, their characters, and the line ends within them. */
	private cells: string[] = [];
	private passed = 0;
	private innerLines = 0;
	/** Where a quote stands that is not closed so far. */
	private openQuoteLine: number | undefined;

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
		this.text += text;
		return this.readRows();
	}

	/**
	 * @returns the last row, if there is no line end behind it
	 * @throws FileProblem as `push`, and when a quote is still open
	 */
	end(): ParsedRow[] {
		this.isEnd = true;
		return this.readRows();
	}

	private readRows(): ParsedRow[] {
		this.delimiters = new NextOf(this.text, this.delimiter);
		this.lineFeeds = new NextOf(this.text, '\n');
		this.carriageReturns = new NextOf(this.text, '\r');
		const rows: ParsedRow[] = [];
		this.at = 0;
		while (this.at < this.text.length || this.cells.length > 0) {
			const isWhole = this.readRow();
			if (this.passed + (isWhole ? 0 : this.text.length - this.at) > maxRowCharacters) throw this.tooLong();
			if (!isWhole) break;
			rows.push({ line: this.line, cells: this.cells });
			this.line += 1 + this.innerLines;
			this.cells = [];
			this.passed = 0;
			this.innerLines = 0;
		}
		this.text = this.text.slice(this.at);
		return rows;
	}

	/** @returns false when the row may go on behind the text; it is gone on with from the cell that is not complete */
	private readRow(): boolean {
		for (;;) {
			const cell = this.readCell(this.at);
			if (cell === undefined) return false;
			const { end } = cell;
			const isDelimiter = end === this.delimiters.from(end);
			const next = isDelimiter ? end + 1 : this.behindLineEnd(end);
			if (next === undefined) return false;
			this.cells.push(cell.text);
			this.passed += next - this.at;
			this.innerLines += cell.innerLines;
			this.at = next;
			if (!isDelimiter) return true;
		}
	}

	/** @returns undefined when the other half of a CRLF may come */
	private behindLineEnd(end: number): number | undefined {
		if (end === this.text.length) return end;
		if (end === this.lineFeeds.from(end)) return end + 1;
		if (end + 1 === this.text.length && !this.isEnd) return undefined;
		return this.lineFeeds.from(end) === end + 1 ? end + 2 : end + 1;
	}

	/** @returns undefined when the cell may go on behind the text */
	private readCell(at: number): ParsedCell | undefined {
		this.openQuoteLine = undefined;
		const first = this.text.charCodeAt(at);
		if (first === quote || first === space) {
			const opening = first === quote ? at : this.behindSpaces(at);
			if (this.text.charCodeAt(opening) === quote) return this.readQuoted(at, opening);
		}
		return this.readPlain(at, at);
	}

	/** @param from no delimiter or line end before it counts */
	private readPlain(at: number, from: number): ParsedCell | undefined {
		const end = Math.min(this.delimiters.from(from), this.lineEnd(from), this.text.length);
		if (end === this.text.length && !this.isEnd) return undefined;
		return { text: this.text.slice(at, end), end, innerLines: 0 };
	}

	private readQuoted(at: number, opening: number): ParsedCell | undefined {
		const { text } = this;
		const closing = this.closingQuote(opening);
		if (closing === undefined) {
			this.openQuoteLine = this.line + this.innerLines;
			if (this.isEnd) throw this.unclosed(this.openQuoteLine);
			return undefined;
		}
		const end = this.behindSpaces(closing + 1);
		if (end === text.length && !this.isEnd) return undefined;
		const inner = text.slice(opening + 1, closing);
		const hasLineEnd = this.lineEnd(opening) < closing;
		if (end === text.length || end === this.delimiters.from(end) || end === this.lineEnd(end)) {
			return {
				text: inner.includes('"') ? inner.replaceAll('""', '"') : inner,
				end,
				innerLines: hasLineEnd ? (inner.match(/\r\n|\r|\n/g)?.length ?? 0) : 0,
			};
		}
		if (hasLineEnd) throw this.unclosed(this.line + this.innerLines);
		return this.readPlain(at, closing);
	}

	private closingQuote(opening: number): number | undefined {
		for (let from = opening + 1; ;) {
			const found = this.text.indexOf('"', from);
			if (found === -1) return undefined;
			if (found + 1 === this.text.length && !this.isEnd) return undefined;
			if (this.text.charCodeAt(found + 1) !== quote) return found;
			from = found + 2;
		}
	}

	private behindSpaces(at: number): number {
		let behind = at;
		while (this.text.charCodeAt(behind) === space) behind += 1;
		return behind;
	}

	private lineEnd(from: number): number {
		return Math.min(this.lineFeeds.from(from), this.carriageReturns.from(from));
	}

	private unclosed(line: number): FileProblem {
		return new FileProblem(
			'UNCLOSED_QUOTE',
			`The quote (") that opens on line ${line} is not closed where its cell ends`,
			`Look at line ${line} of the file: close the quote there, or write one that is part of the text as two ("").`,
		);
	}

	private tooLong(): FileProblem {
		if (this.openQuoteLine !== undefined) return this.unclosed(this.openQuoteLine);
		return new FileProblem(
			'ROW_TOO_LONG',
			`The row that begins on line ${this.line} does not end within a million characters`,
			'Check that the file is a table with one row on each line, and that every quote (") in it is closed.',
		);
	}
}
