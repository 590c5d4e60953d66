import { TableTitles, columnLetters } from '../../../../bulk/file/tableTitles';
import { readTable } from '../../../../bulk/file/readTable';
import { inChunks, readAll } from './readAll';

describe('Titles', () => {
	it('are trimmed; an empty one is the letter of its column, as in a sheet', async () => {
		const { titles } = await readAll(' Phone , Name\u00a0,,"  ",Notes\n1,2,3,4,5\n');
		expect(titles).toEqual(['Phone', 'Name', 'C', 'D', 'Notes']);
	});

	it('that are double get a number that no other title has', async () => {
		const { titles } = await readAll('Phone,Phone,Phone (2),B,,Phone\n1,2,3,4,5,6\n');
		expect(titles).toEqual(['Phone', 'Phone (3)', 'Phone (2)', 'B', 'E', 'Phone (4)']);
		expect(new TableTitles(['', 'A', '']).titles).toEqual(['A (2)', 'A', 'C']);
	});

	it('are the letters of the columns when the first row has a phone number in it: that is a row of data', async () => {
		const { titles, hasTitles, rows, lines } = await readAll('Ana;5512345678\nEva;5587654321\n');
		expect({ titles, hasTitles }).toEqual({ titles: ['A', 'B'], hasTitles: false });
		expect(rows).toEqual([
			['Ana', '5512345678'],
			['Eva', '5587654321'],
		]);
		expect(lines).toEqual([1, 2]);
	});

	it('are in the first row, or not, when it is said so', async () => {
		const yes = await readAll('Ana;5512345678\nEva;5587654321\n', { hasTitles: 'yes' });
		expect([yes.titles, yes.hasTitles, yes.rows]).toEqual([
			['Ana', '5512345678'],
			true,
			[['Eva', '5587654321']],
		]);
		const no = await readAll('name;city\nEva;León\n', { hasTitles: 'no' });
		expect([no.titles, no.hasTitles, no.rows[0]]).toEqual([['A', 'B'], false, ['name', 'city']]);
	});

	it('alone are a table without rows', async () => {
		expect(await readAll('phone,name\n')).toMatchObject({ titles: ['phone', 'name'], rows: [] });
		expect(await readAll('phone')).toMatchObject({ titles: ['phone'], rows: [] });
	});

	it.each([
		[0, 'A'],
		[25, 'Z'],
		[26, 'AA'],
		[51, 'AZ'],
		[52, 'BA'],
		[701, 'ZZ'],
		[702, 'AAA'],
		[16_383, 'XFD'],
	])('of column %i are the letters %s', (index, letters) => {
		expect(columnLetters(index)).toBe(letters);
	});
});

describe('A row', () => {
	it('has as many cells as there are titles: missing ones are empty', async () => {
		expect((await readAll('a,b,c\n1\n1,2\n,,3\n')).rows).toEqual([
			['1', '', ''],
			['1', '2', ''],
			['', '', '3'],
		]);
	});

	it('keeps filled cells behind the last title under the letters of their columns; empty ones go', async () => {
		const { rows, table, titles } = await readAll('a,D\n1,2,,4\n1,2,,\n1,2,3\n');
		expect(rows).toEqual([
			['1', '2', '', '4'],
			['1', '2'],
			['1', '2', '3'],
		]);
		expect(titles).toEqual(['a', 'D']);
		expect([0, 1, 2, 3, 3, 4].map((column) => table.titleOf(column))).toEqual([
			'a',
			'D',
			'C',
			'D (2)',
			'D (2)',
			'E',
		]);
	});

	it('is none when it has nothing but delimiters and spaces', async () => {
		const { rows, lines } = await readAll('\n \r\n,\na,b\n\n1,2\n,\n" ",""\n\r\n3,4\n\n,\n');
		expect(rows).toEqual([
			['1', '2'],
			['3', '4'],
		]);
		expect(lines).toEqual([6, 10]);
	});

	it('begins on the line of the file that it says, whatever ends lines and goes over them', async () => {
		const { lines } = await readAll('sep=,\r\na,b\r\n"1\r\n1",2\r3,"4\n\r4"\n\n5,6');
		expect(lines).toEqual([3, 5, 9]);
	});

	it('keeps its cells as they are: spaces, a quote in the middle, an apostrophe, numbers', async () => {
		const { rows } = await readAll(`a,b,c\n  x ,5" pipe,'007\n0.10,1e5,"  y "\n`);
		expect(rows).toEqual([
			['  x ', '5" pipe', "'007"],
			['0.10', '1e5', '  y '],
		]);
	});

	it('may have spaces around its quotes; a cell that goes on behind them keeps them', async () => {
		const { rows } = await readAll(
			'a,b,c\n"a,b" c,"d""e",f\n1, "x, y" ,3\n"La Jefa" López,"a"b"c", "d" e\n"",""""," ""z"" "\n',
		);
		expect(rows).toEqual([
			['"a,b" c', 'd"e', 'f'],
			['1', 'x, y', '3'],
			['"La Jefa" López', '"a"b"c"', ' "d" e'],
			['', '"', ' "z" '],
		]);
	});

	it('loses NUL characters, which no service stores', async () => {
		const text = `a,b\n1,2\0\n${'3,4\n'.repeat(100)}`;
		expect((await readAll(text)).rows[0]).toEqual(['1', '2']);
		await expect(readAll('a\0,b\n1,2\n')).rejects.toMatchObject({ code: 'BINARY' });
		expect((await readAll(`id\0,name\n${'1,Ana Maria\n'.repeat(20)}`)).titles).toEqual(['id', 'name']);
	});
});

describe('Reading a table', () => {
	const watched = (bytes: Uint8Array) => {
		const state = { opened: 0, closed: 0 };
		const open = async function* () {
			state.opened += 1;
			try {
				yield* inChunks(bytes, 1000)();
			} finally {
				state.closed += 1;
			}
		};
		return { state, open };
	};
	const text = Buffer.from(`a,b\n${'1,2\n'.repeat(100_000)}`);

	it('lets go of the file at its end, when one stops in the middle, and when one never begins', async () => {
		for (const use of [
			async (open: () => AsyncIterable<Uint8Array>) => void (await readAll(open)),
			async (open: () => AsyncIterable<Uint8Array>) => {
				for await (const page of (await readTable(open)).pages) if (page.length > 0) break;
			},
			async (open: () => AsyncIterable<Uint8Array>) => await (await readTable(open)).close(),
		]) {
			const { state, open } = watched(text);
			await use(open);
			expect(state).toEqual({ opened: 1, closed: 1 });
		}
	});

	it('lets go of a file that is no table', async () => {
		for (const file of ['%PDF-1.7', '\n\n', '<html>', `x${',y'.repeat(2000)}\n${text.toString()}`]) {
			const { state, open } = watched(Buffer.from(file));
			await expect(readTable(open)).rejects.toThrow();
			expect(state).toEqual({ opened: 1, closed: 1 });
		}
	});

	it('reads no further ahead than a page', async () => {
		let read = 0;
		const table = await readTable(async function* () {
			for await (const chunk of inChunks(text, 1000)()) {
				read += chunk.length;
				yield chunk;
			}
		});
		expect(read).toBeLessThanOrEqual(66_000);
		await table.close();
	});

	it('passes on the error of a source that breaks off', async () => {
		const open = async function* () {
			yield Buffer.from('a,b\n1,2\n');
			throw new Error('The disk is gone');
		};
		await expect(readAll(open)).rejects.toThrow('The disk is gone');
	});
});
