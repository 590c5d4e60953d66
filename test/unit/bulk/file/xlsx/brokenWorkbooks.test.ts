import fc from '../../../../properties';
import { FileProblem } from '../../../../../bulk/file/fileProblem';
import { readTable } from '../../../../../bulk/file/readTable';
import { inChunks, readAll } from '../readAll';
import { zipOf, type Packed } from '../zipFile';
import { filesOf, workbookOf, type WrittenWorkbook } from './workbookFile';

const rows = '<row><c t="s"><v>0</v></c></row><row><c><v>1</v></c></row>';
const strings = '<si><t>Phone</t></si>';
const files = filesOf([{ name: 'Hoja1', rows }], { strings });

/** A workbook in which one file has other contents, or is missing. */
const withPart = (name: string, content?: string): Packed[] =>
	files.flatMap((file) => (file.name !== name ? [file] : content === undefined ? [] : [{ name, content }]));

const problemOf = async (bytes: Buffer): Promise<FileProblem> => {
	const problem: unknown = await readAll(inChunks(bytes)).then(
		() => undefined,
		(error: unknown) => error,
	);
	if (!(problem instanceof FileProblem))
		throw new Error(`It was read, or failed otherwise: ${String(problem)}`);
	return problem;
};

const sheetPath = 'xl/worksheets/sheet1.xml';
const stringsPath = 'xl/sharedStrings.xml';
const bomb = `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`;
const many = (count: number, part: string) => part.repeat(count);

describe('A workbook that is broken', () => {
	it.each<[string, Packed[], string, RegExp]>([
		[
			'has no list of sheets',
			withPart('xl/workbook.xml'),
			'BROKEN_WORKBOOK',
			/"xl\/workbook.xml" is missing/,
		],
		[
			'has no relationships',
			withPart('xl/_rels/workbook.xml.rels'),
			'SHEET_NOT_FOUND',
			/no sheet with cells/,
		],
		['has no sheet', withPart(sheetPath), 'BROKEN_WORKBOOK', /"xl\/worksheets\/sheet1.xml" is missing/],
		['has no shared texts', withPart(stringsPath), 'BROKEN_WORKBOOK', /a text of row 1 is missing/],
		['has too few shared texts', withPart(stringsPath, '<sst/>'), 'BROKEN_WORKBOOK', /a text of row 1/],
		[
			'ends within its XML',
			withPart(sheetPath, `<worksheet><sheetData>${rows}`),
			'BROKEN_WORKBOOK',
			/sheet1\.xml" cannot be read/,
		],
		[
			'has elements that cross',
			withPart(sheetPath, '<worksheet><sheetData></worksheet></sheetData>'),
			'BROKEN_WORKBOOK',
			/cannot be read/,
		],
		['is no XML', withPart(stringsPath, 'PK'), 'BROKEN_WORKBOOK', /sharedstrings\.xml" cannot be read/],
		['has an empty part', withPart('xl/styles.xml', ''), 'BROKEN_WORKBOOK', /styles\.xml" cannot be read/],
		['has a document type', withPart(sheetPath, bomb), 'BROKEN_WORKBOOK', /document type/],
		[
			'has an entity of its own',
			withPart(stringsPath, '<sst><si><t>&a;</t></si></sst>'),
			'BROKEN_WORKBOOK',
			/undefined entity/,
		],
		['has elements without end', withPart(stringsPath, many(200, '<si>')), 'BROKEN_WORKBOOK', /too deep/],
		[
			'has a text without end',
			withPart(sheetPath, `<worksheet><sheetData><row><c><v>${many(3_000_000, '1')}`),
			'BROKEN_WORKBOOK',
			/does not end/,
		],
		[
			'has a comment without end',
			withPart(sheetPath, `<worksheet><!--${many(3_000_000, '1')}`),
			'BROKEN_WORKBOOK',
			/does not end/,
		],
		[
			'has a tag without end',
			withPart(sheetPath, `<worksheet ${many(500_000, 'a=""')}`),
			'BROKEN_WORKBOOK',
			/cannot be read/,
		],
		[
			'has a text of several million parts',
			withPart(stringsPath, `<sst><si>${many(300_000, '<r><t>xxxx</t></r>')}</si></sst>`),
			'ROW_TOO_LONG',
			/^A cell of the workbook/,
		],
		[
			'has a value of several million parts',
			withPart(sheetPath, `<worksheet><sheetData><row><c><v>${many(300_000, '1111<a/>')}</v></c>`),
			'ROW_TOO_LONG',
			/Row 1/,
		],
		[
			'has a row of a text again and again',
			filesOf([{ name: 'a', rows: `<row r="7">${many(500, '<c t="s"><v>0</v></c>')}</row>` }], {
				strings: `<si><t>${many(3000, 'x')}</t></si>`,
			}),
			'ROW_TOO_LONG',
			/Row 7/,
		],
		[
			'has a row of a cell again and again',
			filesOf([{ name: 'a', rows: `<row>${many(20_000, '<c r="A1"><v>1</v></c>')}</row>` }]),
			'ROW_TOO_LONG',
			/Row 1/,
		],
		[
			'has too many columns',
			filesOf([{ name: 'a', rows: '<row r="3"><c r="ALM3"><v>1</v></c></row>' }]),
			'TOO_MANY_COLUMNS',
			/Row 3 of the sheet has something in column ALM/,
		],
		[
			'has columns without end',
			filesOf([{ name: 'a', rows: `<row><c r="${many(50, 'Z')}1"><v>1</v></c></row>` }]),
			'TOO_MANY_COLUMNS',
			/Row 1/,
		],
		[
			'has a list of sheets that unpacks to gigabytes',
			withPart('xl/workbook.xml', `<workbook>${many(3_000_000, '<fileVersion/>')}`),
			'BROKEN_WORKBOOK',
			/more than 32 MB/,
		],
		[
			'has nothing in it',
			filesOf([{ name: 'a', rows: '' }]),
			'EMPTY_FILE',
			/^The sheet "a" of the workbook is empty$/,
		],
	])('because it %s is refused, and says why', async (_case, parts, code, message) => {
		const problem = await problemOf(zipOf(parts));
		expect(problem.message).toMatch(message);
		expect(problem.code).toBe(code);
		expect(problem.advice).toMatch(/^[A-Z].*\.$/);
	});

	it('because its download was not finished is called a workbook, not a zip', async () => {
		const bytes = zipOf(files);
		expect(await problemOf(bytes.subarray(0, bytes.length - 30))).toMatchObject({
			code: 'CUT_SHORT',
			message: 'The workbook ends too early: a part of it is missing',
		});
	});

	it('gives the rows before the break first', async () => {
		const row = '<row><c><v>1</v></c><c><v>2</v></c></row>';
		const table = await readTable(
			inChunks(zipOf(withPart(sheetPath, `<worksheet><sheetData>${many(100_000, row)}<row></c>`))),
		);
		let count = 0;
		const reading = (async () => {
			for await (const page of table.pages) count += page.length;
		})();
		await expect(reading).rejects.toMatchObject({ code: 'BROKEN_WORKBOOK' });
		expect(count).toBeGreaterThan(98_000);
	});

	it('by pages that unpack to gigabytes holds a few megabytes of them at once', async () => {
		const row = `<row>${many(9, '<c t="s"><v>0</v></c>')}</row>`;
		const table = await readTable(
			inChunks(workbookOf(many(1000, row), { strings: `<si><t>${many(100_000, 'x')}</t></si>` })),
		);
		let most = 0;
		for await (const page of table.pages) {
			const characters = page.reduce((sum, { cells }) => sum + cells.join('').length, 0);
			most = Math.max(most, characters);
		}
		expect(most).toBeLessThan(2_500_000);
	});

	it('anywhere ends with rows or with a FileProblem, and with nothing else', async () => {
		const written: WrittenWorkbook = {
			strings: `${strings}<si><r><t>a_x000D_</t></r></si>`,
			formats: '<numFmt numFmtId="164" formatCode="[h]:mm"/>',
			styles: [14, 164],
		};
		const whole = filesOf(
			[
				{
					name: 'Hoja1',
					rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c s="1"><v>46355</v></c></row><row r="2"><c s="2"><v>1.5</v></c></row>',
				},
			],
			written,
		);
		const anyChange = fc.record({
			file: fc.nat({ max: whole.length - 1 }),
			at: fc.nat({ max: 900 }),
			length: fc.nat({ max: 20 }),
			by: fc.oneof(
				fc.constantFrom(
					'<',
					'>',
					'"',
					'&',
					'/',
					' ',
					'</row>',
					'<c>',
					'<v>',
					'-1',
					'9e99',
					'NaN',
					'\0',
					']]>',
				),
				fc.string({ maxLength: 4 }),
			),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(anyChange, { minLength: 1, maxLength: 3 }), async (changes) => {
				const parts = whole.map((file) => ({ ...file, content: String(file.content) }));
				for (const { file, at, length, by } of changes) {
					const part = parts[file];
					if (part) part.content = part.content.slice(0, at) + by + part.content.slice(at + length);
				}
				const problem = await readAll(zipOf(parts)).then(
					() => undefined,
					(error: unknown) => error,
				);
				if (problem !== undefined) expect(problem).toBeInstanceOf(FileProblem);
			}),
			{ numRuns: Number(process.env.FAST_CHECK_RUNS ?? 500) },
		);
	});

	it('in any of its bytes ends with rows or with a FileProblem, and with nothing else', async () => {
		const whole = zipOf(files);
		await fc.assert(
			fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), async (at, byte) => {
				const bytes = Buffer.from(whole);
				bytes[at] = byte;
				const problem = await readAll(bytes).then(
					() => undefined,
					(error: unknown) => error,
				);
				if (problem !== undefined) expect(problem).toBeInstanceOf(FileProblem);
			}),
			{ numRuns: Number(process.env.FAST_CHECK_RUNS ?? 500) },
		);
	});
});
