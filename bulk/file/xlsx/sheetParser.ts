import { FileProblem } from '../fileProblem';
import { maxRowCharacters } from '../row';
import { columnIndex } from './columnIndex';
import { RichText } from './richText';
import { XmlParser, type Attributes } from './xmlParser';

/** A sheet has so many columns at most; what a row holds more is none. */
const maxCells = 16_384;

/** A cell that is not empty, as it stands in the file. */
export interface SheetCell {
	/** From 0 on. */
	column: number;
	/** ECMA-376 part 1, 18.18.11. */
	type: string;
	/** Its place in the list of styles. */
	style: number;
	/** Its value, or the text itself where it stands in the cell. */
	value: string;
}

/** A row that has cells. */
export interface SheetRow {
	/** Its number in the sheet, from 1 on. */
	line: number;
	cells: SheetCell[];
}

/** Makes rows of the XML of a sheet (ECMA-376 part 1, 18.3.1.80). Formulas have the value that they had when it was saved. */
export class SheetParser {
	private readonly parser: XmlParser;
	private readonly rich = new RichText();
	private rows: SheetRow[] = [];
	private isData = false;
	private row: SheetRow = { line: 0, cells: [] };
	private column = -1;
	private characters = 0;
	private cell?: SheetCell;
	private isValue = false;
	private isInline = false;

	/** @param path of the sheet, for messages */
	constructor(path: string) {
		this.parser = new XmlParser(path, {
			open: (name, attributes) => this.open(name, attributes),
			text: (text) => this.text(text),
			close: (name) => this.close(name),
		});
	}

	/**
	 * @returns the rows that are complete with this text, without those that have no filled cell
	 * @throws FileProblem when the XML is damaged, or a row is longer than `maxRowCharacters`
	 */
	push(text: string): SheetRow[] {
		this.rows = [];
		this.parser.push(text);
		return this.rows;
	}

	/** @throws FileProblem when the sheet is not complete */
	end(): void {
		this.parser.end();
	}

	private open(name: string, attributes: Attributes): void {
		if (name === 'sheetData') this.isData = true;
		else if (!this.isData) return;
		else if (this.isInline) this.rich.open(name);
		else if (name === 'v') this.isValue = this.cell !== undefined;
		else if (name === 'is') this.isInline = this.cell !== undefined;
		else if (name === 'c') this.openCell(attributes);
		else if (name === 'row') this.openRow(attributes);
	}

	private openRow({ r }: Attributes): void {
		const given = Number(r);
		this.row = { line: given > 0 ? given : this.row.line + 1, cells: [] };
		this.column = -1;
		this.characters = 0;
	}

	private openCell({ r, t = 'n', s }: Attributes): void {
		this.column = (r === undefined ? undefined : columnIndex(r)) ?? this.column + 1;
		this.cell = { column: this.column, type: t, style: s === undefined ? 0 : Number(s), value: '' };
	}

	private text(text: string): void {
		if (this.isInline) return this.rich.text(text);
		if (!this.isValue || this.cell === undefined) return;
		this.cell.value += text;
		this.addCharacters(text.length);
	}

	private close(name: string): void {
		if (!this.isData) return;
		if (name === 'sheetData') this.isData = false;
		else if (name === 'v') this.isValue = false;
		else if (name === 'is') this.closeInline();
		else if (this.isInline) this.rich.close(name);
		else if (name === 'c') this.closeCell();
		else if (name === 'row' && this.row.cells.length > 0) this.rows.push(this.row);
	}

	private closeInline(): void {
		this.isInline = false;
		const text = this.rich.take();
		if (this.cell !== undefined) this.cell.value = text;
		this.addCharacters(text.length);
	}

	private closeCell(): void {
		if (this.cell !== undefined && this.cell.value !== '') this.row.cells.push(this.cell);
		if (this.row.cells.length > maxCells) throw rowTooLong(this.row.line);
		this.cell = undefined;
	}

	private addCharacters(count: number): void {
		this.characters += count;
		if (this.characters > maxRowCharacters) throw rowTooLong(this.row.line);
	}
}

/** @param line the number of the row */
export function rowTooLong(line: number): FileProblem {
	return new FileProblem(
		'ROW_TOO_LONG',
		`Row ${line} of the sheet holds more than a million characters`,
		'Check that the sheet is a table with one contact in each row.',
	);
}
