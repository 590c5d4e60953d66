import { readAll } from '../readAll';
import { zipOf, type Packed } from '../zipFile';
import { filesOf, relationshipsOf } from './workbookFile';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const expected = { titles: ['Phone', 'Name'], rows: [['525512345678', 'José']] };

/** A workbook of the usual parts, in which some are replaced, or taken out where they are undefined. */
function withParts(parts: Partial<Record<string, string>>, rest: Partial<Packed> = {}): Packed[] {
	const files = filesOf([{ name: 'Hoja1', rows: '' }]).filter(({ name }) => !(name in parts));
	for (const [name, content] of Object.entries(parts)) {
		if (content !== undefined) files.push({ name, content });
	}
	return files.map((file) => ({ ...file, ...rest }));
}

const strings = '<si><t>Phone</t></si><si><t>Name</t></si><si><t>José</t></si>';
const rows =
	'<row r="1" spans="1:2" x14ac:dyDescent="0.25"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
	'<row r="2" spans="1:2" x14ac:dyDescent="0.25"><c r="A2" s="1"><v>525512345678</v></c><c r="B2" t="s"><v>2</v></c></row>';
const inline =
	'<row><c t="inlineStr"><is><t>Phone</t></is></c><c t="inlineStr"><is><t>Name</t></is></c></row>' +
	'<row><c t="inlineStr"><is><t>525512345678</t></is></c><c t="inlineStr"><is><t>José</t></is></c></row>';
const prefixed = (xml: string) => xml.replace(/<(\/?)(\w)/g, '<$1x:$2');
const sheet = (namespace: string, data: string) =>
	`<worksheet xmlns="${namespace}"><sheetData>${data}</sheetData></worksheet>`;

const sharedPart = `<sst xmlns="${main}" count="3" uniqueCount="3">${strings}</sst>`;
const usual = withParts({
	'xl/sharedStrings.xml': sharedPart,
	'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<worksheet xmlns="${main}" xmlns:r="${relations}" xmlns:mc="mc" mc:Ignorable="x14ac" xmlns:x14ac="x14ac"><sheetPr><tabColor rgb="FF"/></sheetPr><dimension ref="A1:B2"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1"/></sheetView></sheetViews><sheetData>${rows}</sheetData><autoFilter ref="A1:B2"/><hyperlinks><hyperlink ref="B2" r:id="rId1"/></hyperlinks><extLst><ext uri="x"><x14:row xmlns:x14="x"><x14:c><x14:v>9</x14:v></x14:c></x14:row></ext></extLst></worksheet>`,
});

describe('A workbook is read as it is written', () => {
	it.each<[string, Packed[]]>([
		['by Excel', usual],
		['to a pipe, with sizes behind the data', usual.map((file) => ({ ...file, isStreamed: true }))],
		['without compression', usual.map((file) => ({ ...file, isStored: true }))],
		['with its parts in another order', usual.toReversed()],
		[
			'with texts in the cells, no styles, no names of cells',
			withParts({
				'xl/styles.xml': undefined,
				'xl/worksheets/sheet1.xml': sheet(main, inline),
				'xl/_rels/workbook.xml.rels': relationshipsOf(['worksheet', 'worksheets/sheet1.xml']),
			}),
		],
		[
			'with absolute targets',
			withParts({
				'xl/sharedStrings.xml': sharedPart,
				'xl/worksheets/sheet1.xml': sheet(main, rows),
				'xl/_rels/workbook.xml.rels': relationshipsOf(
					['worksheet', '/xl/worksheets/sheet1.xml'],
					['styles', '/xl/styles.xml'],
					['sharedStrings', '/xl/sharedStrings.xml'],
				),
			}),
		],
		[
			'with a prefix before every element, and another one for relationships',
			withParts({
				'xl/workbook.xml': prefixed(
					`<workbook xmlns:x="${main}" xmlns:d3="${relations}"><sheets><sheet name="A" sheetId="1" d3:id="rId1"/></sheets></workbook>`,
				),
				'xl/sharedStrings.xml': prefixed(`<sst xmlns:x="${main}">${strings}</sst>`),
				'xl/worksheets/sheet1.xml': prefixed(
					`<worksheet xmlns:x="${main}"><sheetData>${rows}</sheetData></worksheet>`,
				),
			}),
		],
		[
			'in the strict form of the standard',
			withParts({
				'xl/sharedStrings.xml': `<sst xmlns="${strict}">${strings}</sst>`,
				'xl/worksheets/sheet1.xml': sheet(strict, rows),
				'xl/_rels/workbook.xml.rels': relationshipsOf(
					['worksheet', 'worksheets/sheet1.xml'],
					['styles', 'styles.xml'],
					['sharedStrings', 'sharedStrings.xml'],
				).replaceAll(relations, 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
			}),
		],
		[
			'with names of parts in other cases and with backslashes',
			usual.map(({ name, ...file }) => ({
				...file,
				name: name.replaceAll('/', '\\').replace('sharedStrings', 'SharedStrings'),
			})),
		],
		[
			'with its parts in no folder',
			usual.map(({ name, content }) => ({
				name: name.replace(/^xl\//, '').replace('worksheets/', ''),
				content: String(content).replace('"xl/workbook.xml"', '"workbook.xml"').replace('"worksheets/', '"'),
			})),
		],
		[
			'with its workbook in another place',
			usual.map(({ name, content }) => ({
				name: name.replace('workbook.xml', 'book.xml'),
				content: String(content).replace('"xl/workbook.xml"', '"/xl/book.xml"'),
			})),
		],
		[
			'in UTF-16 and with a byte order mark',
			usual.map(({ name, content }) => ({
				name,
				content: name.includes('sheet')
					? Buffer.from(`\ufeff${String(content).replace('UTF-8', 'UTF-16')}`, 'utf16le')
					: `\ufeff${String(content)}`,
			})),
		],
		[
			'with line ends and spaces between the elements',
			usual.map(({ name, content }) => ({
				name,
				content: String(content).replace(/(<\/(?:row|c|v|si|sheet)>|<row[^>]*>)/g, '$1\r\n\t'),
			})),
		],
		[
			'with many other files',
			[
				{ name: 'docProps/app.xml', content: 'not XML' },
				{ name: 'xl/calcChain.xml', content: 'not XML' },
				{ name: 'xl/media/image1.png', content: 'not XML' },
				...usual,
			],
		],
	])('%s', async (_case, files) => {
		for (const size of [100_000, 7]) {
			const bytes = zipOf(files);
			const open = async function* () {
				for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
			};
			expect(await readAll(open)).toMatchObject(expected);
		}
	});
});
