import { columnIndex } from '../../../../../bulk/file/xlsx/columnIndex';
import { readAll } from '../readAll';
import { workbookOf, type WrittenWorkbook } from './workbookFile';

const read = (rows: string, rest?: WrittenWorkbook) => readAll(workbookOf(rows, rest), { hasTitles: 'no' });

/** The cells of one row, which stand in the file like that. */
const cellsOf = async (cells: string, rest?: WrittenWorkbook) =>
	(await read(`<row r="1">${cells}</row>`, rest)).rows[0];

describe('A cell of a workbook', () => {
	it.each([
		['a text that cells share', '<c t="s"><v>1</v></c>', 'José'],
		['a text in the cell itself', '<c t="inlineStr"><is><t>Ñandú</t></is></c>', 'Ñandú'],
		['the text of a formula', '<c t="str"><f>A1&amp;"x"</f><v>Ana &amp; Eva</v></c>', 'Ana & Eva'],
		['the number of a formula', '<c><f>1+1</f><v>2</v></c>', '2'],
		['a phone number', '<c t="n"><v>521234567890</v></c>', '521234567890'],
		['a phone number with an exponent', '<c><v>5.2123456789E11</v></c>', '521234567890'],
		['a number of Java', '<c><v>5512345678.0</v></c>', '5512345678'],
		['more digits than sheets have', '<c><v>12345678901234567890</v></c>', '12345678901234567890'],
		['more digits, as Excel writes them', '<c><v>1.2345678901234501E+19</v></c>', '12345678901234500000'],
		['a decimal number', '<c><v>0.30000000000000004</v></c>', '0.3'],
		['a very small number', '<c><v>-1.5E-10</v></c>', '-0.00000000015'],
		['a very large number', '<c><v>-1.5E+30</v></c>', '-1500000000000000000000000000000'],
		['the largest number', '<c><v>1.7976931348623157E+308</v></c>', `17976931348623157${'0'.repeat(292)}`],
		['zero', '<c><v>-0.0</v></c>', '0'],
		['true', '<c t="b"><v>1</v></c>', 'TRUE'],
		['false', '<c t="b"><v>0</v></c>', 'FALSE'],
		['a day in ISO 8601', '<c t="d"><v>2026-11-29</v></c>', '2026-11-29'],
		['a moment in ISO 8601', '<c t="d"><v>2026-11-29T14:30:00.000Z</v></c>', '2026-11-29T14:30:00'],
		['a number that is none', '<c><v>n/a</v></c>', 'n/a'],
		['a text of several parts', '<c t="s"><v>2</v></c>', 'Ana López'],
		['a text with its pronunciation', '<c t="s"><v>3</v></c>', '東京'],
		['spaces at its ends', '<c t="s"><v>4</v></c>', ' a  b '],
		['a line end', '<c t="s"><v>5</v></c>', 'a\nb'],
		['what XML cannot hold', '<c t="s"><v>6</v></c>', 'a\r\nb_x000D_\t🙂'],
		['a text with spaces around its parts', '<c t="s"><v>7</v></c>', 'Ana B'],
		['entities', '<c t="s"><v>8</v></c>', '<"&\'é🙂>'],
		['CDATA', '<c t="inlineStr"><is><t><![CDATA[<b>]]> c</t></is></c>', '<b> c'],
		['an underscore', '<c t="str"><v>_x12_x_xyz</v></c>', '_x12_x_xyz'],
	])('holds %s', async (_case, cell, text) => {
		const strings = [
			'<t/>',
			'<t>José</t>',
			'<r><rPr><b/></rPr><t xml:space="preserve">Ana </t></r><r><t>López</t></r>',
			'<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>',
			'<t xml:space="preserve"> a  b </t>',
			'<t>a\nb</t>',
			'<t>a_x000d_\nb_x005F_x000D__x0009__xD83D__xDE42__x0000_</t>',
			' <r>\n <rPr/>\n <t>Ana</t>\n </r>\n <r><t> B</t> </r> ',
			'<t>&lt;&quot;&amp;&apos;&#233;&#x1F642;&gt;</t>',
		];
		const written = { strings: strings.map((string) => `<si>${string}</si>`).join('') };
		expect(await cellsOf(cell, written)).toEqual([text]);
	});

	it.each([
		['an error', '<c t="e"><v>#N/A</v></c>'],
		['a style only', '<c s="1"/>'],
		['no value', '<c t="s"></c>'],
		['an empty value', '<c><v></v></c>'],
		['an empty text', '<c t="inlineStr"><is><t/></is></c>'],
		['an empty text that cells share', '<c t="s"><v>0</v></c>'],
	])('with %s is empty', async (_case, cell) => {
		const written = { strings: '<si><t/></si>' };
		expect(await cellsOf(`${cell}<c><v>2</v></c>`, written)).toEqual(['', '2']);
	});
});

describe('A row of a workbook', () => {
	it('has its cells in their columns, by their names or one after the other', async () => {
		expect(await cellsOf('<c r="B1"><v>2</v></c><c r="D1"><v>4</v></c>')).toEqual(['', '2', '', '4']);
		expect(await cellsOf('<c><v>1</v></c><c r="C1"><v>3</v></c><c><v>4</v></c>')).toEqual([
			'1',
			'',
			'3',
			'4',
		]);
		expect(await cellsOf('<c r="C1"><v>3</v></c><c r="A1"><v>1</v></c>')).toEqual(['1', '', '3']);
	});

	it('is known by its number in the sheet; those without anything are none', async () => {
		const cell = '<c><v>7</v></c>';
		const { lines } = await read(
			`<row r="2">${cell}</row><row r="3"/><row r="4"><c s="1"/><c t="inlineStr"><is><t>  </t></is></c></row><row r="9">${cell}</row><row>${cell}</row><row r="x">${cell}</row>`,
		);
		expect(lines).toEqual([2, 9, 10, 11]);
	});

	it('may hold its thousand columns and empty cells far behind them', async () => {
		const cells = await cellsOf('<c r="A1"><v>1</v></c><c r="ALL1"><v>2</v></c><c r="XFD1" s="1"/>');
		expect(cells).toHaveLength(1000);
		expect(cells?.at(-1)).toBe('2');
	});

	it('comes as from any other file: titles, what they are called, and cells that are missing', async () => {
		const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
		const { titles, hasTitles, rows, table } = await readAll(
			workbookOf(
				`<row r="3">${text(' Phone ')}${text('Name')}<c/>${text('Name')}</row><row r="4"><c r="A4"><v>5512345678</v></c><c r="F4"><v>1</v></c></row>`,
			),
		);
		expect(hasTitles).toBe(true);
		expect(titles).toEqual(['Phone', 'Name', 'C', 'Name (2)']);
		expect(rows).toEqual([['5512345678', '', '', '', '', '1']]);
		expect(table.titleOf(5)).toBe('F');
	});

	it('with a phone number in it is no row of titles', async () => {
		const { hasTitles, rows } = await readAll(workbookOf('<row><c><v>525512345678</v></c></row>'));
		expect({ hasTitles, rows }).toEqual({ hasTitles: false, rows: [['525512345678']] });
	});
});

describe('The name of a cell', () => {
	it.each([
		['A1', 0],
		['Z9', 25],
		['AA10', 26],
		['xfd1048576', 16_383],
		['7', undefined],
		['', undefined],
	])('%s tells its column', (name, column) => {
		expect(columnIndex(name)).toBe(column);
	});
});
