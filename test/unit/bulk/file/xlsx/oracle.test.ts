import { SSF, utils, write, type CellObject } from '@e965/xlsx';
import fc from '../../../../properties';
import { readFormat } from '../../../../../bulk/file/xlsx/numberFormat';
import { plainNumber } from '../../../../../bulk/file/xlsx/plainNumber';
import { momentText } from '../../../../../bulk/file/xlsx/serialDate';
import { SheetParser } from '../../../../../bulk/file/xlsx/sheetParser';
import { readAll } from '../readAll';

const runs = { numRuns: Number(process.env.FAST_CHECK_RUNS ?? 500) };

const characters = [
	'a',
	'Z',
	'7',
	' ',
	'"',
	'<',
	'>',
	'&',
	"'",
	'\n',
	'\t',
	';',
	'ñ',
	'€',
	'漢',
	'🙂',
	']]>',
];
const anyText = fc
	.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 6 })
	.map((parts) => parts.join(''));

/** A cell as it is written, and the text that a person sees in it. */
interface Sample {
	cell: CellObject;
	text: string;
}

/** SheetJS knows no time on the last day that there is. */
const days = fc.integer({ min: 1, max: 2_958_464 });
const seconds = fc.integer({ min: 0, max: 86_399 });

const anyCell: fc.Arbitrary<Sample | undefined> = fc.oneof(
	fc.constant(undefined),
	anyText.map((text): Sample => ({ cell: { t: 's', v: text }, text })),
	fc.boolean().map((v): Sample => ({ cell: { t: 'b', v }, text: v ? 'TRUE' : 'FALSE' })),
	fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }).map((v): Sample => ({
		cell: { t: 'n', v },
		text: String(v),
	})),
	fc.integer({ min: 0, max: 99_999 }).map((v): Sample => ({
		cell: { t: 'n', v, z: '00000' },
		text: String(v).padStart(5, '0'),
	})),
	days.map((v): Sample => ({ cell: { t: 'n', v, z: 'dd/mm/yyyy' }, text: SSF.format('yyyy-mm-dd', v) })),
	fc.tuple(days, seconds).map(([day, second]): Sample => {
		const v = day + second / 86_400;
		return { cell: { t: 'n', v, z: 'm/d/yy h:mm' }, text: SSF.format('yyyy-mm-dd"T"hh:mm:ss', v) };
	}),
);

const anySheet = fc.array(fc.array(anyCell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });

function written(samples: ReadonlyArray<ReadonlyArray<Sample | undefined>>, bookSST: boolean): Buffer {
	const sheet = utils.aoa_to_sheet(samples.map((row) => row.map((sample) => sample?.cell ?? null)));
	const book = utils.book_new();
	utils.book_append_sheet(book, sheet, 'Hoja 1');
	const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx', bookSST, compression: true });
	if (!(bytes instanceof Uint8Array)) throw new Error('SheetJS wrote no bytes');
	return Buffer.from(bytes);
}

describe('Any workbook', () => {
	it.each([true, false])(
		'that SheetJS writes has the cells that were put into it (shared texts: %s)',
		async (bookSST) => {
			await fc.assert(
				fc.asyncProperty(anySheet, async (samples) => {
					const filled = samples
						.map((row, index) => ({ line: index + 1, cells: row.map((sample) => sample?.text ?? '') }))
						.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
					const reading = readAll(written(samples, bookSST), { hasTitles: 'no' });
					if (filled.length === 0) {
						await expect(reading).rejects.toMatchObject({ code: 'EMPTY_FILE' });
						return;
					}
					const { rows, lines } = await reading;
					expect(lines).toEqual(filled.map(({ line }) => line));
					expect(rows.map(withoutEnd)).toEqual(filled.map(({ cells }) => withoutEnd(cells)));
				}),
				runs,
			);
		},
	);

	it('has the same rows wherever its text is cut', () => {
		const xml = `<worksheet><sheetData><row r="2"><c r="B2" t="inlineStr"><is><t>José &amp; 🙂</t></is></c><c><v>12</v></c></row><row><c t="s"><v>7</v></c></row></sheetData></worksheet>`;
		const whole = new SheetParser('a').push(xml);
		expect(whole).toHaveLength(2);
		fc.assert(
			fc.property(fc.array(fc.nat({ max: xml.length }), { maxLength: 8 }), (cuts) => {
				const places = [0, ...cuts.sort((a, b) => a - b), xml.length];
				const parser = new SheetParser('a');
				const rows = places.flatMap((from, index) => parser.push(xml.slice(from, places[index + 1] ?? from)));
				parser.end();
				expect(rows).toEqual(whole);
			}),
			runs,
		);
	});
});

function withoutEnd(cells: readonly string[]): string[] {
	return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

describe('Any number', () => {
	it('has the plain form of its fifteen digits', () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true, min: -1e308, max: 1e308 }), (value) => {
				const text = plainNumber(value.toExponential());
				expect(text).toMatch(/^-?\d+(\.\d+)?$/);
				expect(Number(text)).toBe(Number(value.toPrecision(15)) + 0);
			}),
			runs,
		);
	});

	it('of days and seconds is the moment that SheetJS makes of it', () => {
		fc.assert(
			fc.property(days, seconds, (day, second) => {
				const value = day + second / 86_400;
				const shown = { hasDate: true, hasTime: true, isElapsed: false };
				expect(momentText(value, shown, false)).toBe(SSF.format('yyyy-mm-dd"T"hh:mm:ss', value));
			}),
			runs,
		);
	});
});

describe('Any number format', () => {
	const parts = [
		'yyyy',
		'mm',
		'dd',
		'h',
		'ss',
		'0',
		'#',
		'?',
		'.',
		',',
		'"day"',
		'\\h',
		'[Red]',
		'_)',
		'* ',
		'-',
		'/',
	];
	const more = [':', ' ', '%', 'E+00', '[h]', '[$-409]', '@', ';', 'AM/PM', 'General'];
	const anyFormat = fc
		.array(fc.constantFrom(...parts, ...more), { minLength: 1, maxLength: 6 })
		.map((tokens) => tokens.join(''));

	it('with digits to be filled in is none of a moment, whatever else is in it', () => {
		fc.assert(
			fc.property(anyFormat, (code) => {
				fc.pre(/[#?]/.test(code.split(';')[0] ?? ''));
				expect(readFormat(code).kind).not.toBe('moment');
			}),
			runs,
		);
	});

	it('without them is one of a moment exactly when SheetJS says so', () => {
		fc.assert(
			fc.property(anyFormat, (code) => {
				// What stands behind the first semicolon is for other numbers; digits beside days are no format.
				fc.pre(!/[;0#?]|General|@|E/.test(code));
				expect(readFormat(code).kind === 'moment').toBe(SSF.is_date(code));
			}),
			runs,
		);
	});
});
