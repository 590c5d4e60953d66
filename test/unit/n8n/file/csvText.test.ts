import { parse } from 'csv-parse/sync';
import fc from '../../../properties';
import { byteOrderMark, csvLine, type Cell } from '../../../../n8n/file/csvText';
import { unescapeFormulas } from '../../../../n8n/file/formulaEscape';

/** Cells as the oracle reads them. */
function readAgain(rows: readonly Cell[][]): string[][] {
	const text = byteOrderMark + rows.map(csvLine).join('');
	return parse(text, { bom: true, record_delimiter: '\r\n' });
}

const asText = (cell: Cell) => (cell === null || cell === undefined ? '' : String(cell));

/** Many of the signs that mean something in a CSV file, or to a sheet. */
const text = fc.oneof(
	fc.string({ unit: fc.constantFrom(...'",;|\r\n\t \'=+-@1añ😀'), maxLength: 10 }),
	fc.string({ unit: 'grapheme' }),
	fc.constantFrom('+525512345678', '-5', '+52-55-1234-5678', "'=1"),
);
const cell = fc.oneof<fc.Arbitrary<Cell>[]>(
	text,
	fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
	fc.integer(),
	fc.constantFrom(null, undefined),
);
/** The oracle takes a line without any sign for none, so each row has two cells at least. */
const rows = fc
	.integer({ min: 2, max: 6 })
	.chain((width) =>
		fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
	);

describe('A row as a line of a CSV file', () => {
	it('has commas between its cells, CRLF at its end, and quotes where they are needed only', () => {
		expect(csvLine(['Ana', 'López, Ana', 'say "hi"', 'two\nlines', 'a b', '+525512345678', "O'Brien"])).toBe(
			'Ana,"López, Ana","say ""hi""","two\nlines",a b,+525512345678,O\'Brien\r\n',
		);
	});

	it('has nothing where a cell is empty, and numbers as they are written everywhere', () => {
		expect(csvLine([null, 1.5, undefined, -5, '', 0, Number.NaN])).toBe(',1.5,,-5,,0,\r\n');
	});

	it('quotes what another delimiter could be, and spaces at the ends', () => {
		expect(csvLine(['a;b', 'a|b', 'a\tb', ' a', 'a '])).toBe('"a;b","a|b","a\tb"," a","a "\r\n');
	});

	it('keeps a formula a text within its quotes', () => {
		expect(csvLine(['=HYPERLINK("x","y")', '-1'])).toBe('"\'=HYPERLINK(""x"",""y"")",-1\r\n');
	});

	it('is read by another parser as the cells that it was made of', () => {
		fc.assert(
			fc.property(rows, (table) => {
				const read = readAgain(table).map((row) => row.map(unescapeFormulas));
				expect(read).toEqual(table.map((row) => row.map(asText)));
			}),
			{ numRuns: 3000 },
		);
	});

	it('has no cell, and nothing behind a semicolon or line break, that begins as a formula, but numbers, phone numbers and dashes', () => {
		const asTheyStand =
			/^(?:[+-][\d.,]+(?:e[+-]?\d+)?|\+[\d ().\-/\u00a0]*\d[ \u00a0()]+\d[\d ().\-/\u00a0]*|-+)$/;
		fc.assert(
			fc.property(rows, (table) => {
				const parts = readAgain(table).flatMap((cells) => cells.flatMap((read) => read.split(/[;\r\n]/)));
				const begun = parts.filter((part) => /^\s*[=+\-@]/.test(part));
				expect(begun.filter((part) => !asTheyStand.test(part))).toEqual([]);
			}),
			{ numRuns: 3000 },
		);
	});
});
