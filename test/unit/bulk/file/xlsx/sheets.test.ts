import { readAll } from '../readAll';
import { zipOf } from '../zipFile';
import { filesOf, type WrittenSheet } from './workbookFile';

const cell = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
const sheets: WrittenSheet[] = [
	{ name: 'Chart', rows: cell('chart'), type: 'chartsheet' },
	{ name: 'Notes', rows: cell('notes'), state: 'hidden' },
	{ name: 'Mayo &amp; Junio', rows: cell('first') },
	{ name: '2', rows: cell('named 2') },
	{ name: 'Lists', rows: cell('lists'), state: 'veryHidden' },
	{ name: 'Julio', rows: cell('third') },
];
const file = zipOf(filesOf(sheets));
const titleOf = async (sheet?: string | number, bytes = file) =>
	(await readAll(bytes, { sheet, hasTitles: 'yes' })).titles[0];

describe('The sheet that is read', () => {
	it.each([
		['the first visible one, when nothing is said', undefined, 'first'],
		['the first visible one, when what is said is blank', ' ', 'first'],
		['the one of that name', 'Julio', 'third'],
		['the one of that name in any case, with spaces around it', '  mayo & JUNIO ', 'first'],
		['a hidden one, when it is named', 'notes', 'notes'],
		['the visible one of that number', 3, 'third'],
		['the visible one of that number, as a text', '1', 'first'],
		['the one that is named like a number', '2', 'named 2'],
	])('is %s', async (_case, sheet, title) => {
		expect(await titleOf(sheet)).toBe(title);
	});

	it('is the first one when all are hidden', async () => {
		expect(await titleOf(undefined, zipOf(filesOf(sheets.slice(0, 2))))).toBe('notes');
	});

	it.each([
		['Agosto', 'The workbook has no sheet "Agosto"'],
		['Chart', 'The workbook has no sheet "Chart"'],
		[4, 'The workbook has no sheet 4'],
		[0, 'The workbook has no sheet 0'],
		['1.5', 'The workbook has no sheet "1.5"'],
	])('is not %s, which there is not: the message names those that there are', async (sheet, message) => {
		await expect(titleOf(sheet)).rejects.toMatchObject({
			code: 'SHEET_NOT_FOUND',
			message: `${message}; it has "Notes", "Mayo & Junio", "2", "Lists", "Julio"`,
		});
	});

	it('is not looked for among hundreds in a message', async () => {
		const many = Array.from({ length: 300 }, (_, index) => ({ name: `S${index}`, rows: cell(`x${index}`) }));
		expect(await titleOf(12, zipOf(filesOf(many)))).toBe('x11');
		await expect(titleOf('x', zipOf(filesOf(many)))).rejects.toMatchObject({
			message: expect.stringMatching(/"S9", and 290 more$/),
		});
	});

	it('cannot be asked for in a file that has none: that is passed over', async () => {
		expect((await readAll('a,b\n1,2\n', { sheet: 'Julio' })).rows).toEqual([['1', '2']]);
	});
});
