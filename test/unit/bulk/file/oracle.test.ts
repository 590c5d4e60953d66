import { parse } from 'csv-parse/sync';
import fc from '../../../properties';
import { RowParser } from '../../../../bulk/file/csv/rowParser';
import { chooseDecoder, type Encoding } from '../../../../bulk/file/encoding/decoder';
import { FileProblem } from '../../../../bulk/file/fileProblem';
import { readTable } from '../../../../bulk/file/readTable';
import { writeCell } from './csvText';
import { readAll } from './readAll';

const runs = { numRuns: Number(process.env.FC_RUNS ?? 1000) };

const delimiters = [',', ';', '\t', '|'] as const;

/** Characters that tables are hard with, and some of each length in UTF-8. */
const characters = [
	'a',
	'Z',
	'7',
	' ',
	'"',
	'""',
	',',
	';',
	'\t',
	'|',
	'\r',
	'\n',
	'\r\n',
	'ñ',
	'É',
	'€',
	'漢',
	'🙂',
];
/** Of these, windows-1252 has no two in a row that would be UTF-8 as well. */
const latin1Characters = characters.filter((character) => !['€', '漢', '🙂'].includes(character));

const anyCell = (units: readonly string[]) =>
	fc.array(fc.constantFrom(...units), { maxLength: 6 }).map((parts) => parts.join(''));

/** A table as some program may write it: every cell in quotes or, where it can be, not; any line ends. */
const anyText = (units: readonly string[]) =>
	fc.constantFrom(...delimiters).chain((delimiter) => {
		const written = fc.tuple(anyCell(units), fc.boolean()).map(([cell, isQuoted]) => {
			const needsQuotes = /[\r\n]|^ *"/.test(cell) || cell.includes(delimiter);
			return isQuoted || needsQuotes ? writeCell(cell, delimiter, 'all') : cell;
		});
		const row = fc.array(written, { minLength: 1, maxLength: 5 }).map((cells) => cells.join(delimiter));
		const line = fc.tuple(row, fc.constantFrom('\r\n', '\n', '\r'));
		return fc.record({
			delimiter: fc.constant(delimiter),
			text: fc
				.tuple(fc.array(line, { maxLength: 8 }), fc.option(row, { nil: '' }))
				.map(([lines, last]) => lines.map((parts) => parts.join('')).join('') + last),
		});
	});

const anyCuts = fc.array(fc.nat({ max: 200 }), { maxLength: 12 });

/** Cuts a text or bytes into parts, at any places. */
function cut<Part extends { length: number; slice(from: number, to?: number): Part }>(
	whole: Part,
	cuts: readonly number[],
): Part[] {
	const places = [...new Set(cuts.map((place) => Math.min(place, whole.length)))].sort((a, b) => a - b);
	return [0, ...places].map((from, index) => whole.slice(from, places[index]));
}

/** What csv-parse makes of it, without rows that hold nothing. */
function expectedRows(text: string, delimiter: string): string[][] {
	const rows: string[][] = parse(text, {
		delimiter,
		record_delimiter: ['\r\n', '\n', '\r'],
		relax_column_count: true,
		relax_quotes: true,
	});
	return rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
}

/** As wide as the first row: missing cells are '', empty ones behind its last go. */
function fitted(rows: readonly string[][]): string[][] {
	const width = rows[0]?.length ?? 0;
	return rows.map((cells) => {
		const filled = cells.findLastIndex((cell) => cell !== '') + 1;
		const length = Math.max(width, filled);
		return Array.from({ length }, (_, index) => cells[index] ?? '');
	});
}

function encode(text: string, encoding: Encoding): Buffer {
	if (encoding === 'windows-1252') return Buffer.from(text, 'latin1');
	if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
	const units = Buffer.from(text, 'utf16le');
	return encoding === 'utf-16le' ? units : units.swap16();
}

describe('Any table', () => {
	it('has the rows that csv-parse finds in it, wherever its text is cut', () => {
		fc.assert(
			fc.property(anyText(characters), anyCuts, ({ text, delimiter }, cuts) => {
				const parser = new RowParser(delimiter);
				const rows = [...cut(text, cuts).flatMap((part) => parser.push(part)), ...parser.end()];
				const filled = rows
					.map(({ cells }) => cells)
					.filter((cells) => cells.some((cell) => cell.trim() !== ''));
				expect(filled).toEqual(expectedRows(text, delimiter));
				const atOnce = new RowParser(delimiter);
				expect(rows).toEqual([...atOnce.push(text), ...atOnce.end()]);
			}),
			runs,
		);
	});

	it.each<[Encoding, readonly string[]]>([
		['utf-8', characters],
		['utf-16le', characters],
		['utf-16be', characters],
		['windows-1252', latin1Characters],
	])('in %s comes out of its bytes whole, wherever they are cut', async (encoding, units) => {
		await fc.assert(
			fc.asyncProperty(anyText(units), anyCuts, async ({ text, delimiter }, cuts) => {
				const bytes = encode(text, encoding);
				const { decoder } = chooseDecoder(bytes, encoding);
				const parts = cut(bytes, cuts).map((part) => decoder.decode(part));
				expect([...parts, decoder.end()].join('')).toBe(text);

				const expected = expectedRows(text, delimiter);
				const open = async function* () {
					yield* cut(bytes, cuts);
				};
				const reading = readAll(open, { delimiter: oneOf(delimiter), encoding, hasTitles: 'no' });
				if (expected.length === 0) await expect(reading).rejects.toMatchObject({ code: 'EMPTY_FILE' });
				else expect((await reading).rows).toEqual(fitted(expected));
			}),
			runs,
		);
	});

	it.each<[Encoding, readonly string[]]>([
		['utf-8', characters],
		['windows-1252', latin1Characters],
	])(
		'in %s, with titles of plain words, is read without being told how it is written',
		async (encoding, units) => {
			const anyTable = fc.record({
				delimiter: fc.constantFrom(...delimiters),
				lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
				rows: fc.array(fc.tuple(anyCell(units), anyCell(units), anyCell(units)), {
					minLength: 1,
					maxLength: 8,
				}),
				hasMark: fc.boolean(),
			});
			await fc.assert(
				fc.asyncProperty(anyTable, anyCuts, async ({ delimiter, lineEnd, rows, hasMark }, cuts) => {
					const table = [['name', 'city', 'notes'], ...rows];
					const text = table
						.map((cells) => cells.map((cell) => writeCell(cell, delimiter)).join(delimiter) + lineEnd)
						.join('');
					const mark = hasMark && encoding === 'utf-8' ? '\ufeff' : '';
					const bytes = encode(mark + text, encoding);
					const open = async function* () {
						yield* cut(bytes, cuts);
					};
					const all = await readAll(open);
					expect(all.titles).toEqual(['name', 'city', 'notes']);
					expect(all.rows).toEqual(rows.filter((cells) => cells.some((cell) => cell.trim() !== '')));
				}),
				runs,
			);
		},
	);

	it('of any bytes ends with rows or with a FileProblem, and with nothing else', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, isGzip) => {
				const file = isGzip ? Uint8Array.of(0x1f, 0x8b, 8, ...bytes) : bytes;
				const problem = await readAll(file).then(
					() => undefined,
					(error: unknown) => error,
				);
				if (problem !== undefined) expect(problem).toBeInstanceOf(FileProblem);
			}),
			runs,
		);
	});
});

const oneOf = (delimiter: string) => delimiters.find((known) => known === delimiter);

describe('A large table', () => {
	it('has all of its rows and lines across the pieces that it is read in', async () => {
		const cells = (index: number) => [
			`+52 55 ${index}`,
			`Ñandú 🙂 "${index}"\r\n`,
			`${'x'.repeat(index % 97)}`,
		];
		const rows = Array.from({ length: 20_000 }, (_, index) => cells(index));
		const text = [['a', 'b', 'c'], ...rows]
			.map((row) => row.map((cell) => writeCell(cell, ';')).join(';') + '\r\n')
			.join('');
		const table = await readTable(async function* () {
			const bytes = Buffer.from(text);
			for (let at = 0; at < bytes.length; at += 70_001) yield bytes.subarray(at, at + 70_001);
		});
		let index = 0;
		for await (const page of table.pages) {
			for (const row of page) {
				expect(row).toEqual({ row: 2 + index, line: 2 + 2 * index, cells: rows[index] });
				index += 1;
			}
		}
		expect(index).toBe(rows.length);
	});
});
