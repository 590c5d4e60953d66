import { FileProblem } from '../fileProblem';
import { NextOf } from './nextOf';

/** A cell, and where the delimiter, the line end or the end of the text behind it stands. */
export interface Cell {
	text: string;
	end: number;
	/** Line ends in it. */
	innerLines: number;
}

const quote = 34;
const space = 32;

/**
 * Reads the cells of a part of a table, from its beginning to its end.
 *
 * A cell in quotes may hold delimiters and line ends, and a quote as two; spaces around its quotes do not belong to it. A
 * quote within a cell that does not begin with one is a character like any other, and so are the quotes of a cell that goes
 * on behind them: `"La Jefa" López`.
 */
export class CellReader {
	private readonly delimiters: NextOf;
	private readonly lineFeeds: NextOf;
	private readonly carriageReturns: NextOf;

	/** @param isEnd whether nothing comes behind the text */
	constructor(
		readonly text: string,
		delimiter: string,
		private readonly isEnd: boolean,
	) {
		this.delimiters = new NextOf(text, delimiter);
		this.lineFeeds = new NextOf(text, '\n');
		this.carriageReturns = new NextOf(text, '\r');
	}

	/**
	 * @param at where the cell begins
	 * @param line of the file on which it begins
	 * @returns undefined when the cell may go on behind the text, and 'open' when a quote in it has to be closed there
	 * @throws FileProblem when the quotes contradict
	 */
	read(at: number, line: number): Cell | 'open' | undefined {
		const first = this.text.charCodeAt(at);
		if (first === quote || first === space) {
			const opening = first === quote ? at : this.behindSpaces(at);
			if (this.text.charCodeAt(opening) === quote) return this.readQuoted(at, opening, line);
		}
		return this.readPlain(at, at);
	}

	/** @param end of a cell */
	isDelimiter(end: number): boolean {
		return end === this.delimiters.from(end);
	}

	/**
	 * @param end of a cell that no delimiter is behind
	 * @returns where the next row begins; undefined when the other half of a CRLF may come
	 */
	behindLineEnd(end: number): number | undefined {
		if (end === this.text.length) return end;
		if (end === this.lineFeeds.from(end)) return end + 1;
		if (end + 1 === this.text.length && !this.isEnd) return undefined;
		return this.lineFeeds.from(end) === end + 1 ? end + 2 : end + 1;
	}

	/** @param from no delimiter or line end before it counts */
	private readPlain(at: number, from: number): Cell | undefined {
		const end = Math.min(this.delimiters.from(from), this.lineEnd(from), this.text.length);
		if (end === this.text.length && !this.isEnd) return undefined;
		return { text: this.text.slice(at, end), end, innerLines: 0 };
	}

	private readQuoted(at: number, opening: number, line: number): Cell | 'open' | undefined {
		const { text } = this;
		const closing = this.closingQuote(opening);
		if (closing === undefined) {
			if (this.isEnd) throw unclosedQuote(line);
			return 'open';
		}
		const end = this.behindSpaces(closing + 1);
		if (end === text.length && !this.isEnd) return undefined;
		const inner = text.slice(opening + 1, closing);
		const hasLineEnd = this.lineEnd(opening) < closing;
		if (end === text.length || this.isDelimiter(end) || end === this.lineEnd(end)) {
			return {
				text: inner.includes('"') ? inner.replaceAll('""', '"') : inner,
				end,
				innerLines: hasLineEnd ? (inner.match(/\r\n|\r|\n/g)?.length ?? 0) : 0,
			};
		}
		if (hasLineEnd) throw unclosedQuote(line);
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
}

/** @param line on which the quote opens */
export function unclosedQuote(line: number): FileProblem {
	return new FileProblem(
		'UNCLOSED_QUOTE',
		`The quote (") that opens on line ${line} is not closed where its cell ends`,
		`Look at line ${line} of the file: close the quote there, or write one that is part of the text as two ("").`,
	);
}
