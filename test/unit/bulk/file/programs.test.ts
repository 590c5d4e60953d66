import type { Dialect } from './csvText';
import { writeTable } from './csvText';
import { readAll } from './readAll';
import { sampleTables } from './sampleTables';

/** What a program writes when a table is saved or exported. */
interface Program extends Dialect {
	name: string;
	encode(text: string): Buffer;
	before?: string;
	after?: string;
	/** There is no line end behind the last row. */
	isOpenEnded?: boolean;
}

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const utf8WithMark = (text: string) => utf8(`\ufeff${text}`);
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const special: Readonly<Record<string, number>> = { '€': 0x80, '’': 0x92, '–': 0x96 };
const windows1252 = (text: string) =>
	Buffer.from([...text].map((character) => special[character] ?? character.charCodeAt(0)));

const asExcel = { lineEnd: '\r\n', quotes: 'needed' } as const;

const programs: readonly Program[] = [
	{ name: 'Excel, CSV, in Mexico or the USA', ...asExcel, delimiter: ',', encode: windows1252 },
	{ name: 'Excel, CSV, in Spain or Brazil', ...asExcel, delimiter: ';', encode: windows1252 },
	{ name: 'Excel, CSV UTF-8, in Mexico or the USA', ...asExcel, delimiter: ',', encode: utf8WithMark },
	{ name: 'Excel, CSV UTF-8, in Spain or Brazil', ...asExcel, delimiter: ';', encode: utf8WithMark },
	{ name: 'Excel, Unicode text', ...asExcel, delimiter: '\t', encode: utf16 },
	{ name: 'Excel on an old Mac', delimiter: ';', lineEnd: '\r', quotes: 'needed', encode: windows1252 },
	{ name: 'Google Sheets', ...asExcel, delimiter: ',', encode: utf8, isOpenEnded: true },
	{ name: 'LibreOffice', delimiter: ';', lineEnd: '\n', quotes: 'needed', encode: utf8 },
	{ name: 'LibreOffice, all in quotes', delimiter: ',', lineEnd: '\n', quotes: 'all', encode: utf8 },
	{ name: 'HubSpot', delimiter: ',', lineEnd: '\n', quotes: 'all', encode: utf8, isOpenEnded: true },
	{
		name: 'Salesforce, a report',
		delimiter: ',',
		lineEnd: '\n',
		quotes: 'all',
		encode: windows1252,
		after: '\n\n""\n',
	},
	{ name: 'Pipedrive', delimiter: ',', lineEnd: '\r\n', quotes: 'all', encode: utf8WithMark },
	{ name: 'a portal, for Excel', ...asExcel, delimiter: ';', encode: utf8WithMark, before: 'sep=;\r\n' },
	{ name: 'a database', delimiter: '|', lineEnd: '\n', quotes: 'needed', encode: utf8, after: '|||\n' },
];

const files = programs.flatMap((program) => sampleTables.map((table) => ({ program, table })));

describe('A file', () => {
	it.each(files.map((file) => [file.table.country, file.program.name, file] as const))(
		'of a sheet from %s, as written by %s, gives exactly its rows',
		async (_country, _name, { program, table }) => {
			const { before = '', after = '', isOpenEnded = false, encode } = program;
			const written = writeTable([table.written, ...table.rows], program);
			const text = isOpenEnded ? written.slice(0, -program.lineEnd.length) : written;
			const { titles, hasTitles, rows } = await readAll(encode(before + text + after));
			expect({ titles, hasTitles }).toEqual({ titles: table.titles, hasTitles: true });
			expect(rows).toEqual(table.rows.filter((cells) => cells.some((cell) => cell !== '')));
		},
	);

	it('that a program saves in one of these ways is tried for each country', () => {
		expect(files.length).toBeGreaterThanOrEqual(40);
	});
});
