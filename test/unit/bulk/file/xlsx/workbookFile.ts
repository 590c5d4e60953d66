import { zipOf, type Packed } from '../zipFile';

/** A sheet as it is to be written. */
export interface WrittenSheet {
	name: string;
	/** What stands in `<sheetData>`. */
	rows: string;
	state?: 'hidden' | 'veryHidden';
	type?: 'worksheet' | 'chartsheet';
}

/** What else a workbook holds. */
export interface WrittenWorkbook {
	/** What stands in `<sst>`. */
	strings?: string;
	/** What stands in `<numFmts>`, and the numbers of the formats that the styles 1, 2, ... have. */
	formats?: string;
	styles?: readonly number[];
	/** What stands before `<sheets>`. */
	properties?: string;
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Writes a list of relationships: type and target of each; the IDs are rId1, rId2, ... */
export function relationshipsOf(...list: ReadonlyArray<readonly [type: string, target: string]>): string {
	const items = list.map(
		([type, target], index) =>
			`<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`,
	);
	return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

/** The files of a workbook with these sheets, as Excel lays them out. */
export function filesOf(
	sheets: readonly WrittenSheet[],
	{ strings, formats = '', styles = [], properties = '' }: WrittenWorkbook = {},
): Packed[] {
	const list = sheets.map(
		({ name, state = 'visible' }, index) =>
			`<sheet name="${name}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`,
	);
	const xfs = [0, ...styles].map((id) => `<xf numFmtId="${id}" fontId="0" applyNumberFormat="1"/>`);
	const files: Packed[] = [
		{ name: '[Content_Types].xml', content: `${declaration}<Types/>` },
		{ name: '_rels/.rels', content: relationshipsOf(['officeDocument', 'xl/workbook.xml']) },
		{
			name: 'xl/workbook.xml',
			content: `${declaration}<workbook ${main} xmlns:r="${relations}">${properties}<sheets>${list.join('')}</sheets></workbook>`,
		},
		{
			name: 'xl/_rels/workbook.xml.rels',
			content: relationshipsOf(
				...sheets.map(({ type = 'worksheet' }, index) => [type, `worksheets/sheet${index + 1}.xml`] as const),
				['styles', 'styles.xml'],
				['sharedStrings', 'sharedStrings.xml'],
			),
		},
		{
			name: 'xl/styles.xml',
			content: `${declaration}<styleSheet ${main}><numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="22"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="yyyy"/></dxf></dxfs></styleSheet>`,
		},
		...sheets.map(({ rows }, index) => ({
			name: `xl/worksheets/sheet${index + 1}.xml`,
			content: `${declaration}<worksheet ${main}><dimension ref="A1"/><cols><col min="1" max="2" width="9"/></cols><sheetData>${rows}</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells></worksheet>`,
		})),
	];
	if (strings !== undefined)
		files.push({ name: 'xl/sharedStrings.xml', content: `${declaration}<sst ${main}>${strings}</sst>` });
	return files;
}

/** A workbook of one sheet. */
export function workbookOf(rows: string, rest?: WrittenWorkbook): Buffer {
	return zipOf(filesOf([{ name: 'Hoja1', rows }], rest));
}
