import { ByteDecoder } from '../../../../bulk/file/encoding/byteDecoder';
import { readAll } from './readAll';

const text = 'name,city\nJosé Núñez,León\n🙂 Zoë,Málaga\n';
const latin1 = Buffer.from('name,city\nJosé Núñez,León\nZoë,Málaga\n', 'latin1');
const swapped = (of: string) => Buffer.from(of, 'utf16le').swap16();

const bytesOf = (...parts: Array<string | number[]>) =>
	Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

describe('The encoding of a file', () => {
	it.each([
		['UTF-8', Buffer.from(text)],
		['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
		['UTF-16, little endian, with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
		['UTF-16, big endian, with a mark', swapped(`\ufeff${text}`)],
		['UTF-16, little endian, by its zero bytes', Buffer.from(text, 'utf16le')],
		['UTF-16, big endian, by its zero bytes', swapped(text)],
	])('is found out: %s', async (_name, bytes) => {
		const { titles, rows } = await readAll(bytes);
		expect(titles).toEqual(['name', 'city']);
		expect(rows).toEqual([
			['José Núñez', 'León'],
			['🙂 Zoë', 'Málaga'],
		]);
	});

	it('is windows-1252 where it is no UTF-8, with its own characters from 0x80 to 0x9f', async () => {
		expect((await readAll(latin1)).rows[0]).toEqual(['José Núñez', 'León']);
		const bytes = bytesOf('a,b\n', [0x80, 0x20, 0x93, 0x78, 0x94, 0x2c, 0x9f, 0x85, 0x81, 0xff]);
		expect((await readAll(bytes)).rows).toEqual([['€ “x”', 'Ÿ…\u0081ÿ']]);
	});

	it('is windows-1252 also where the only such character is the last byte of the file', async () => {
		expect((await readAll(bytesOf('a\ncaf', [0xe9]))).rows).toEqual([['café']]);
	});

	it('is the given one', async () => {
		const ambiguous = bytesOf('a\n', [0xc3, 0xa9], '\n');
		expect((await readAll(ambiguous)).rows).toEqual([['é']]);
		expect((await readAll(ambiguous, { encoding: 'windows-1252' })).rows).toEqual([['Ã©']]);
		expect((await readAll(Buffer.from('漢字\n文', 'utf16le'), { encoding: 'utf-16le' })).titles).toEqual([
			'漢字',
		]);
		const sure = await readAll(Buffer.from('\ufeffé\n'), { encoding: 'windows-1252' });
		expect(sure.titles).toEqual(['é']);
		expect((await readAll(swapped('\ufeff漢字\n文'), { encoding: 'utf-16be' })).titles).toEqual(['漢字']);
	});

	it('of a file in UTF-8 with a few bytes of windows-1252 is UTF-8, and those bytes come out right', async () => {
		const bytes = bytesOf(
			'a,b\nñandú,León 漢\n',
			[0x4a, 0x6f, 0x73, 0xe9],
			',',
			[0xf1, 0x93, 0x41],
			'\n🙂,é\n',
		);
		expect((await readAll(bytes)).rows).toEqual([
			['ñandú', 'León 漢'],
			['José', 'ñ“A'],
			['🙂', 'é'],
		]);
		const mostlyOther = bytesOf('a\nñ', [0xe9, 0xe9, 0xe9]);
		expect((await readAll(mostlyOther, { encoding: 'utf-8' })).rows).toEqual([['ñééé']]);
		expect((await readAll(mostlyOther)).rows).toEqual([['Ã±ééé']]);
	});

	it('takes no bytes for UTF-8 that Unicode does not allow', async () => {
		const overlong = [0xc0, 0x80, 0xe0, 0x80, 0x80, 0xf0, 0x80, 0x80, 0x80];
		const beyond = [0xed, 0xa0, 0x80, 0xf4, 0x90, 0x80, 0x80, 0xf5];
		const highest = [0xf4, 0x8f, 0xbf, 0xbf, 0xed, 0x9f, 0xbf, 0xe0, 0xa0, 0x80];
		const bytes = bytesOf('a\n', highest, '\n', overlong, '\n', beyond, '\n');
		expect((await readAll(bytes, { encoding: 'utf-8' })).rows).toEqual([
			['\u{10ffff}\ud7ff\u0800'],
			['À€à€€ð€€€'],
			['í\u00a0€ô\u0090€€õ'],
		]);
	});

	it('may change within a file that was put together from two', () => {
		const decoder = new ByteDecoder();
		expect(decoder.decode(Buffer.from('José Núñez\n'.repeat(50), 'latin1'))).toBe('José Núñez\n'.repeat(50));
		expect(decoder.decode(Buffer.from('Ángel Peña, Zoë, María, Íñigo\n'.repeat(2)))).toBe(
			'Ángel Peña, Zoë, María, Íñigo\n'.repeat(2),
		);
		expect(decoder.decode(Buffer.from('Muñoz\n', 'latin1'))).toBe('Muñoz\n');
	});

	it('stays what it was where a piece says little, or the opposite by chance', () => {
		const windows = new ByteDecoder();
		windows.decode(Buffer.from('José Núñez, León, Málaga\n', 'latin1'));
		// In windows-1252 "CAFÉ®"; in UTF-8 a letter that nobody writes.
		expect(windows.decode(bytesOf('CAF', [0xc9, 0xae]))).toBe('CAFÉ®');
		const utf8 = new ByteDecoder();
		utf8.decode(Buffer.from('José Núñez, León, Málaga\n'));
		expect(utf8.decode(bytesOf('Jos', [0xe9], '\n'))).toBe('José\n');
		expect(utf8.decode(Buffer.from('ñ'))).toBe('ñ');
	});

	it('of ASCII alone does not matter', async () => {
		for (const encoding of ['utf-8', 'windows-1252', undefined] as const) {
			expect((await readAll('a,b\n1,2\n', { encoding })).rows).toEqual([['1', '2']]);
		}
	});

	it('with half a character at the end shows that something is missing', async () => {
		const odd = Buffer.from('\ufeffa,b\n1,2x', 'utf16le').subarray(0, -1);
		expect((await readAll(odd)).rows).toEqual([['1', '2\ufffd']]);
	});
});
