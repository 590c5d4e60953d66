import { brokenWorkbook } from './brokenWorkbook';
import { plainFormat, type NumberFormat } from './numberFormat';
import { plainNumber } from './plainNumber';
import { unescapeText } from './richText';
import { momentText } from './serialDate';
import type { SheetCell } from './sheetParser';
import type { TextStore } from './textStore';

/** A moment as ISO 8601 writes it, which some programs do instead of a number. */
const isoMoment = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?Z?)?$/;

/** Makes the texts of cells: what a person sees there, in a plain form. */
export class CellTexts {
	/**
	 * @param shared the texts that cells share
	 * @param formats by the number of the style
	 * @param isFrom1904 whether days are counted from 1904 on
	 */
	constructor(
		private readonly shared: TextStore,
		private readonly formats: readonly NumberFormat[],
		private readonly isFrom1904: boolean,
	) {}

	/**
	 * @param line the number of the row, for messages
	 * @returns '' for an error such as #N/A
	 * @throws FileProblem when the text that the cell names is not there
	 */
	of({ type, style, value }: SheetCell, line: number): string {
		const format = this.formats[style] ?? plainFormat;
		switch (type) {
			case 's':
				return this.sharedText(value, line);
			case 'inlineStr':
				return value;
			case 'str':
				return unescapeText(value);
			case 'b':
				return /^(1|true)$/i.test(value) ? 'TRUE' : 'FALSE';
			case 'e':
				return '';
			case 'd':
				return dateText(value, format);
			default:
				return this.numberText(value, format);
		}
	}

	private sharedText(value: string, line: number): string {
		const text = this.shared.at(Number(value));
		if (text !== undefined) return text;
		throw brokenWorkbook(`The workbook is damaged: a text of row ${line} is missing in it`);
	}

	private numberText(value: string, format: NumberFormat): string {
		if (format.kind === 'moment') {
			const days = value.trim() === '' ? NaN : Number(value);
			return momentText(days, format, this.isFrom1904) ?? plainNumber(value);
		}
		const number = plainNumber(value);
		if (format.kind === 'plain' || !/^\d+$/.test(number)) return number;
		return format.prefix + number.padStart(format.least, '0');
	}
}

function dateText(value: string, format: NumberFormat): string {
	const [, date, time] = isoMoment.exec(value) ?? [];
	if (date === undefined) return value;
	const hasTime = format.kind === 'moment' ? format.hasTime : time !== undefined;
	return hasTime && time !== undefined ? `${date}T${time.padEnd(8, ':00')}` : date;
}
