import { gzipSync } from 'node:zlib';
import { gunzip } from '../../../../bulk/file/compression/gunzip';
import { readTable } from '../../../../bulk/file/readTable';
import { inChunks, readAll } from './readAll';
import { zipOf } from './zipFile';

const rows = Array.from({ length: 20_000 }, (_, index) => [
	`+52 55 ${index}`,
	`José ${(index * 7919) % 10_007}`,
]);
const text = `phone,name\n${rows.map((cells) => cells.join(',')).join('\n')}\n`;
const gzip = gzipSync(text);
const zip = zipOf([{ name: 'contactos.csv', content: text }]);

const stored = zipOf([{ name: 'a.csv', content: text, isStored: true }]);
const directoryAt = zip.lastIndexOf('PK\u0001\u0002');

const damaged = (bytes: Buffer, at: number) => {
	const copy = Buffer.from(bytes);
	copy[at] = (copy[at] ?? 0) ^ 0x55;
	return copy;
};

describe('A packed file', () => {
	it.each([1, 7, 16_384, 10_000_000])('is unpacked from chunks of %i bytes', async (size) => {
		const small = 'phone,name\n55,José\n';
		const files = size === 1 ? [gzipSync(small), zipOf([{ name: 'a', content: small }])] : [gzip, zip];
		const expected = size === 1 ? [['55', 'José']] : rows;
		for (const file of files) expect((await readAll(inChunks(file, size))).rows).toEqual(expected);
	});

	it.each([
		['with its sizes behind it, in 64 bits', zipOf([{ name: 'a.csv', content: text, isStreamed: true }])],
		['stored as it is', zipOf([{ name: 'a.csv', content: text, isStored: true }])],
		[
			'with a comment behind it',
			zipOf([{ name: 'a.csv', content: text }], { comment: 'PK\u0005\u0006 by me' }),
		],
		[
			'with a program before it',
			zipOf([{ name: 'a.csv', content: text }], { before: Buffer.from('PK\u0003\u0004 as it were') }),
		],
		[
			'in a folder, with what macOS and Windows add',
			zipOf([
				{ name: 'export/', content: '', isStored: true },
				{ name: '__MACOSX/export/._a.csv', content: 'x' },
				{ name: 'export/.DS_Store', content: 'x' },
				{ name: 'export/a.csv', content: text },
				{ name: 'export/Thumbs.db', content: 'x' },
			]),
		],
	])('in a zip, %s, is read', async (_case, file) => {
		expect((await readAll(inChunks(file, 5000))).rows).toEqual(rows);
	});

	it('in a zip of several megabytes is read; the file is opened one time after the other, and let go of', async () => {
		const many = `a,b\n${'1,22222222\n'.repeat(400_000)}`;
		const bytes = zipOf([{ name: 'a.csv', content: many, isStored: true }]);
		const events: string[] = [];
		const open = async function* () {
			events.push('open');
			try {
				yield* inChunks(bytes)();
			} finally {
				events.push('closed');
			}
		};
		expect((await readAll(open)).rows).toHaveLength(400_000);
		expect(events).toEqual(['open', 'closed', 'open', 'closed', 'open', 'closed']);
		events.length = 0;
		for await (const page of (await readTable(open)).pages) if (page.length > 0) break;
		expect(events).toEqual(['open', 'closed', 'open', 'closed', 'open', 'closed']);
	});

	it('in UTF-16 or windows-1252 is decoded like any other', async () => {
		expect((await readAll(gzipSync(Buffer.from('\ufeffa\tb\nñ\t2', 'utf16le')))).rows).toEqual([['ñ', '2']]);
		expect((await readAll(gzipSync(Buffer.from('a;b\nñ;2', 'latin1')))).rows).toEqual([['ñ', '2']]);
	});

	it.each([
		[
			'a zip of two files',
			zipOf([
				{ name: 'mayo.csv', content: text },
				{ name: 'junio.csv', content: text },
			]),
			{
				code: 'ZIP_WITH_SEVERAL_FILES',
				message: 'The zip holds 2 files, and which one is meant is not known: "mayo.csv", "junio.csv"',
			},
		],
		[
			'a zip of a thousand files',
			zipOf(Array.from({ length: 1000 }, (_, i) => ({ name: `${i}.csv`, content: 'a' }))),
			{
				code: 'ZIP_WITH_SEVERAL_FILES',
				message: expect.stringContaining('"4.csv", and 995 more'),
			},
		],
		[
			'a zip whose list is longer than a megabyte',
			zipOf(
				Array.from({ length: 8000 }, (_, i) => ({
					name: `${i}${'x'.repeat(200)}`,
					content: '',
					isStored: true,
				})),
			),
			{
				code: 'ZIP_WITH_SEVERAL_FILES',
				message: 'The zip holds 8000 files, and which one is meant is not known',
			},
		],
		['an empty zip', zipOf([]), { code: 'ZIP_WITHOUT_FILE' }],
		['a zip of folders', zipOf([{ name: 'a/', content: '', isStored: true }]), { code: 'ZIP_WITHOUT_FILE' }],
		[
			'an encrypted zip',
			zipOf([{ name: 'a.csv', content: text, isEncrypted: true }]),
			{
				code: 'ENCRYPTED',
				message: '"a.csv" in the zip is protected with a password',
			},
		],
		[
			'a zip of another method',
			zipOf([{ name: 'a.csv', content: text, method: 93 }]),
			{
				code: 'UNKNOWN_COMPRESSION',
			},
		],
		[
			'a name of control characters',
			zipOf([{ name: `\n\u0007${'x'.repeat(300)}`, content: 'a', isEncrypted: true }]),
			{
				message: `"  ${'x'.repeat(78)}..." in the zip is protected with a password`,
			},
		],
		['a zip that ends too early', zip.subarray(0, zip.length - 30), { code: 'CUT_SHORT' }],
		['a zip of its beginning only', zip.subarray(0, 2000), { code: 'CUT_SHORT' }],
		['a zip with damaged data', damaged(zip, 40_000), { code: 'BROKEN_ARCHIVE' }],
		[
			'a zip whose file is not where its list says',
			damaged(zip, directoryAt + 42),
			{ code: 'BROKEN_ARCHIVE' },
		],
		[
			'a zip whose list says that there is more',
			damaged(stored, stored.lastIndexOf('PK\u0001\u0002') + 22),
			{ code: 'CUT_SHORT' },
		],
		['a zip with a damaged list', damaged(zip, directoryAt), { code: 'BROKEN_ARCHIVE' }],
		['a zip with a wrong checksum', damaged(zip, directoryAt + 17), { code: 'BROKEN_ARCHIVE' }],
		['a gzip file that ends too early', gzip.subarray(0, gzip.length / 2), { code: 'CUT_SHORT' }],
		['a gzip file without its last bytes', gzip.subarray(0, -4), { code: 'CUT_SHORT' }],
		['a gzip file of its first bytes', gzip.subarray(0, 5), { code: 'CUT_SHORT' }],
		['a gzip file with damaged data', damaged(gzip, 40_000), { code: 'BROKEN_ARCHIVE' }],
		['a gzip file with a wrong checksum', damaged(gzip, gzip.length - 6), { code: 'BROKEN_ARCHIVE' }],
		[
			'a gzip file with something behind it',
			Buffer.concat([gzip, Buffer.from('more of it')]),
			{ code: 'BROKEN_ARCHIVE' },
		],
		['a gzip file in a gzip file', gzipSync(gzip), { code: 'COMPRESSED_TWICE' }],
		['a gzip file of a workbook', gzipSync(zip), { code: 'COMPRESSED_TWICE' }],
		['a gzip file of nothing', gzipSync(''), { code: 'EMPTY_FILE' }],
		['a zip of an empty file', zipOf([{ name: 'a.csv', content: '' }]), { code: 'EMPTY_FILE' }],
	])('is refused, and says why: %s', async (_case, file, problem) => {
		await expect(readAll(inChunks(file))).rejects.toMatchObject(problem);
	});

	it('that unpacks to a thousand times its size is unpacked no further than it is read', async () => {
		const bomb = gzipSync(Buffer.alloc(60_000_000, '1,2\n'));
		let taken = 0;
		const unpacked = gunzip(
			(async function* () {
				for await (const chunk of inChunks(bomb, 1000)()) {
					taken += chunk.length;
					yield chunk;
				}
			})(),
			'The file',
		);
		for (let count = 0; count < 100; count += 1) expect((await unpacked.next()).done).toBe(false);
		expect(taken).toBeLessThan(35_000);
		expect(bomb.length).toBeGreaterThan(55_000);
		await unpacked.return();
	});
});
