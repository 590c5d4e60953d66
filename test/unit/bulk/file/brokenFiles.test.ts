import { maxRowCharacters } from '../../../../bulk/file/row';
import { FileProblem } from '../../../../bulk/file/fileProblem';
import { readAll } from './readAll';
import { zipOf } from './zipFile';

const problemOf = async (file: Parameters<typeof readAll>[0]): Promise<FileProblem> => {
	const problem: unknown = await readAll(file).then(
		() => undefined,
		(error: unknown) => error,
	);
	if (!(problem instanceof FileProblem))
		throw new Error(`It was read, or failed otherwise: ${String(problem)}`);
	return problem;
};

/** Some bytes as of a picture or a program, always the same. */
const rubbish = Buffer.from(
	Array.from({ length: 5000 }, (_, index) => (index * index * 31 + index * 17) % 251),
);

describe('A file that is no table', () => {
	it.each([
		['nothing', '', 'EMPTY_FILE', /^The file is empty$/],
		['a byte order mark alone', '\ufeff', 'EMPTY_FILE', /empty/],
		['empty lines', '\r\n\n,,\n', 'EMPTY_FILE', /empty/],
		['a line for Excel alone', 'sep=;', 'EMPTY_FILE', /empty/],
		['a PDF', '%PDF-1.7\n%âãÏÓ\n', 'NOT_A_TABLE', /PDF/],
		['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'EXCEL_WORKBOOK', /\.xls\)/],
		[
			'a workbook with a password',
			Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
			'ENCRYPTED',
			/password/,
		],
		[
			'a binary workbook',
			zipOf([
				{ name: '[Content_Types].xml', content: '<Types/>' },
				{ name: 'xl/workbook.bin', content: 'x' },
			]),
			'EXCEL_WORKBOOK',
			/\.xlsb/,
		],
		[
			'an OpenDocument sheet',
			zipOf([
				{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', isStored: true },
				{ name: 'content.xml', content: '<x/>' },
			]),
			'NOT_A_TABLE',
			/\.ods/,
		],
		['a web page', '\n<!DOCTYPE html><html><head>', 'NOT_A_TABLE', /web page/],
		['a web page in UTF-16', Buffer.from('\ufeff<html>', 'utf16le'), 'NOT_A_TABLE', /web page/],
		['XML', '<?xml version="1.0"?><rows/>', 'NOT_A_TABLE', /XML/],
		['JSON', '[\n  {"phone": "5512345678"}]', 'NOT_A_TABLE', /JSON/],
		['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'NOT_A_TABLE', /picture/],
		['RAR', 'Rar!\u001a\u0007', 'UNKNOWN_COMPRESSION', /RAR/],
		['tar', `${'contactos.csv'.padEnd(257, '\0')}ustar\0`, 'UNKNOWN_COMPRESSION', /tar/],
		['binary rubbish', rubbish, 'BINARY', /no text/],
	])('is refused and named: %s', async (_case, file, code, message) => {
		const problem = await problemOf(file);
		expect(problem.code).toBe(code);
		expect(problem.message).toMatch(message);
		expect(problem.advice).toMatch(/^[A-Z].*\.$/);
	});

	it('is not one that merely begins with a bracket, a tag or the letters PK', async () => {
		for (const title of ['{name}', '[id]', '<b>', 'PK', 'Rar', '"sep"']) {
			expect((await readAll(`${title},b\n1,2\n`)).rows).toEqual([['1', '2']]);
		}
	});
});

/** A table that never ends, and how much of it was taken. */
function endless(start: string, repeated: string) {
	const state = { taken: 0 };
	const open = async function* () {
		yield Buffer.from(start);
		const chunk = Buffer.from(repeated.repeat(Math.ceil(50_000 / repeated.length)));
		while (state.taken < 100_000_000) {
			state.taken += chunk.length;
			yield chunk;
		}
	};
	return { state, open };
}

describe('A table that is broken', () => {
	it('by a quote that is never closed names the line on which it opens', async () => {
		expect((await problemOf('a,b\n1,"2\n3,4\n')).message).toContain('opens on line 2');
		expect((await problemOf('a,b\n"1\n1","2\n')).message).toContain('opens on line 3');
		expect((await problemOf('"a')).code).toBe('UNCLOSED_QUOTE');
	});

	it('by a quote that the next one does not close says so, and joins no rows', async () => {
		const problem = await problemOf('a,b\n1,2\n3,"4\n5,"Bob"\n6,7\n');
		expect(problem).toMatchObject({ code: 'UNCLOSED_QUOTE' });
		expect(problem.message).toContain('opens on line 3');
	});

	it('gives the rows before the break first', async () => {
		const rows: string[] = [];
		const { readTable } = await import('../../../../bulk/file/readTable');
		const text = `a,b\n${'1,2\n'.repeat(100_000)}3,"4\n`;
		const table = await readTable(async function* () {
			yield Buffer.from(text);
		});
		const reading = (async () => {
			for await (const page of table.pages) rows.push(...page.map(({ cells }) => cells.join()));
		})();
		await expect(reading).rejects.toMatchObject({ code: 'UNCLOSED_QUOTE' });
		expect(rows.length).toBeGreaterThan(90_000);
	});

	it.each([
		['by a quote that stays open', 'a,b\n1,2\n3,"4', 'x,y\n', 'UNCLOSED_QUOTE'],
		['by a line without an end', 'a,b\n1,2\n', 'x', 'ROW_TOO_LONG'],
		['by a line without an end, of delimiters', 'a,b\n1,2\n', ',', 'ROW_TOO_LONG'],
		['by a line without an end, of quotes', 'a,b\n1,2\n', '"', 'UNCLOSED_QUOTE'],
		[
			'by a line without an end behind a long cell in quotes',
			`a,b\n"${'y'.repeat(70_000)}",`,
			'x',
			'ROW_TOO_LONG',
		],
		['by titles without an end', '', 'x;', 'ROW_TOO_LONG'],
	])('%s is given up after a million characters', async (_case, start, repeated, code) => {
		const { state, open } = endless(start, repeated);
		expect((await problemOf(open)).code).toBe(code);
		expect(state.taken).toBeLessThan(maxRowCharacters + 200_000);
	});

	it('by text that turns into something else names about where', async () => {
		const text = Buffer.from(`a,b\n${'1,2\n'.repeat(50_000)}`);
		const problem = await problemOf(Buffer.concat([text, ...Array<Buffer>(30).fill(rubbish)]));
		expect(problem.message).toMatch(/^From about line \d{5} on the file is no text$/);
	});

	it('by more than a thousand columns is refused, with the line', async () => {
		const columns = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`).join(',');
		expect((await readAll(`${columns(1000)}\n${columns(1000)}\n`)).titles).toHaveLength(1000);
		expect((await problemOf(`${columns(10_000)}\n`)).message).toContain('Line 1 has 10000 columns');
		expect((await problemOf(`a,b\n1,2\n${columns(1001)}\n`)).message).toContain('Line 3 has 1001 columns');
	});

	it('is not one with thousands of empty columns, as sheets write them', async () => {
		const empty = ','.repeat(16_383);
		const { titles, rows } = await readAll(`a,b${empty}\n1,2${empty}\n`);
		expect(titles).toHaveLength(1000);
		expect(rows[0]?.slice(0, 3)).toEqual(['1', '2', '']);
		expect(rows[0]).toHaveLength(1000);
	});
});
