import { Container } from '@n8n/di';
import { utils, write } from '@e965/xlsx';
import { BinaryDataService } from 'n8n-core';
import type { INode } from 'n8n-workflow';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { FaultInput } from '../../../sandbox/server/fault';
import { AlturBench, jsonOf } from '../harness/altur';
import { customerFile, fileParameters, FileStorage } from '../harness/files';
import type { FormValues } from '../harness/nodeBench';

jest.setTimeout(60_000);

const refused: FaultInput = {
	kind: 'status',
	status: 401,
	body: { detail: 'Invalid API key.' },
	skip: 1,
	times: 'always',
};
/** One request after the other. */
const slowly = { options: { requestsPerSecond: 1 } };

describe('Add From File', () => {
	let bench: AlturBench;
	let storage: FileStorage;
	let campaign: number;

	beforeAll(async () => {
		bench = await AlturBench.start({ rateLimit: false });
		storage = await FileStorage.use('filesystem');
	});
	beforeEach(() => {
		bench.sandbox.reset();
		campaign = bench.sandbox.addCampaign().id;
	});
	afterAll(async () => {
		await bench.stop();
		storage.close();
	});

	const contacts = () =>
		bench.sandbox.state().campaigns.flatMap((one) => one.contacts.map(({ contact }) => contact));
	const load = async (files: Array<string | Buffer>, form: FormValues = {}, node: Partial<INode> = {}) => {
		const items = await Promise.all(
			files.map(async (file, index) => await storage.item(file, `part ${index + 1}.csv`)),
		);
		return await bench.run(items, fileParameters(campaign, form), node);
	};
	const errorOf = async (...given: Parameters<typeof load>) => {
		const { run } = await load(...given);
		const { message, description } = run.data.resultData.error ?? {};
		return `${message ?? 'no error'} ${description ?? ''}`;
	};

	it.each<[string, string | Buffer, FormValues, string]>([
		['an empty file', '', {}, 'The file is empty. Check that it was saved and uploaded whole.'],
		['a PDF', '%PDF-1.7\n%....', {}, 'The file is a PDF, not a table. Ask for the same data as CSV'],
		[
			'binary rubbish',
			Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251)),
			{},
			'The file is no text. Check that it is a table saved as CSV',
		],
		[
			'a quote that is not closed',
			'Phone,Name\n+525512345678,"Ana\n+525512345679,Beto\n',
			{},
			'is not closed',
		],
		[
			'10,000 columns',
			`${Array.from({ length: 10_000 }, (_, column) => `c${column}`).join(',')}\n`,
			{},
			'at most 1000 are read',
		],
		[
			'a line of 2 MB',
			`Phone,Name\n+525512345678,${'x'.repeat(2_000_000)}`,
			{},
			'does not end within a million characters',
		],
		[
			'no column with phone numbers',
			'Folio,Importe\n1,2\n',
			{},
			'No column looks like a phone number by its title. The columns are: Folio, Importe. Rename the one with the phone numbers to "Phone", or set Columns to "Name Each Column".',
		],
		[
			'no titles',
			'+525512345678,Ana\n',
			{},
			'so the columns have no titles. Set Columns to "Name Each Column", and name them by their letters. The columns are: A, B; the first row is: +525512345678, Ana.',
		],
		[
			'no column of the name that was typed',
			customerFile(1),
			{ columnsFrom: 'names', columnNames: { contact: 'Celular' } },
			'Phone Number asks for the column "Celular", which the file does not have. The columns are: Phone, Name, ID.',
		],
		[
			'no column named for the phone number',
			customerFile(1),
			{ columnsFrom: 'names', columnNames: { name: 'Name' } },
			'No column is named for Phone Number. Enter it under Column Names. The columns are: Phone, Name, ID.',
		],
		[
			'no column of the name that is to be handed on',
			customerFile(1),
			{ extractedData: 'namedColumns', extractedDataColumns: 'Name, Saldo' },
			'Extracted Data asks for the column "Saldo"',
		],
		[
			'a country that does not exist',
			customerFile(1),
			{ defaultCountry: 'Mexico' },
			'There is no country "Mexico". Choose the Default Country from the list.',
		],
	])('says what to do about %s, and sends nothing', async (_what, file, form, told) => {
		expect(await errorOf([file], form)).toContain(told);
		expect(bench.posts()).toHaveLength(0);
		expect(storage.onDisk().filter((name) => name.includes('.tmp'))).toEqual([]);
	});

	it.each<[string, FormValues, object]>([
		['their titles', { contact: 'Phone', name: ' name ', f_id: 'ID' }, { name: 'Cliente 0', f_id: 'crm-0' }],
		['their letters', { contact: 'a', name: 'C' }, { name: 'crm-0' }],
	])('reads columns that are named by %s', async (_how, columnNames, expected) => {
		await load([customerFile(1)], { columnsFrom: 'names', columnNames });
		expect(bench.sandbox.state().campaigns[0]?.contacts).toMatchObject([
			{ contact: '+525510000000', ...expected },
		]);
	});

	it('hands on the columns that are named, and no others', async () => {
		const file = 'Phone,Saldo,Due date,Notas\n+525512345678,100,2026-12-01,hola';
		await load([file], { extractedData: 'namedColumns', extractedDataColumns: 'saldo; Due date' });
		expect(bench.sandbox.state().campaigns[0]?.contacts).toMatchObject([
			{ extracted_data: { Saldo: '100', 'Due date': '2026-12-01' } },
		]);
	});

	it('says which binary fields the item has when it has not the one that is asked for', async () => {
		expect(await errorOf([customerFile(1)], { binaryProperty: 'file' })).toBe(
			'The item has no file in the binary field "file" [item 0]. Its files are in: data. Enter one of these under Input Binary Field.',
		);
		expect(await errorOf([customerFile(1)], { options: { doNotCallFile: 'optouts' } })).toBe(
			'The item has no file in the binary field "optouts" [item 0]. Its files are in: data. Enter one of these under Options > Do Not Call File.',
		);
		expect(bench.posts()).toHaveLength(0);
	});

	it('says which operation takes rows that are items already', async () => {
		const { run } = await bench.run([{ json: { phone: '+525512345678' } }], fileParameters(campaign));
		const { message, description } = run.data.resultData.error ?? {};
		expect(message).toBe('The item has no file in the binary field "data" [item 0].');
		expect(description).toContain('there is the operation "Add to Campaign".');
	});

	it('reads a gzip file, and a file in the encoding and with the delimiter that are set', async () => {
		await load([gzipSync(customerFile(2))]);
		const latin = Buffer.from('Teléfono|Nombre\n+525512345678|Íñigo', 'latin1');
		await load([latin], { options: { encoding: 'windows-1252', delimiter: 'pipe' } });
		expect(bench.sandbox.state().campaigns[0]?.contacts).toMatchObject([{}, {}, { name: 'Íñigo' }]);
	});

	it('reads a sheet of a workbook, the first one or that of a name', async () => {
		const workbook = utils.book_new();
		const sheet = (rows: unknown[][]) => utils.aoa_to_sheet(rows);
		utils.book_append_sheet(
			workbook,
			sheet([
				['Móvil', 'Nombre'],
				[525512345678, 'Ana'],
			]),
			'Clientes',
		);
		utils.book_append_sheet(workbook, sheet([['Teléfono'], ['+525512345679'], ['x']]), 'Bajas');
		const file = z.instanceof(Buffer).parse(write(workbook, { type: 'buffer', bookType: 'xlsx' }));
		const first = await load([file], { defaultCountry: 'MX' });
		expect(first.items('Altur')[0]?.json).toMatchObject({ rows: 1, created: 1 });
		const named = await load([file], { options: { sheet: 'bajas' } });
		const [item] = named.items('Altur');
		expect(item?.json).toMatchObject({ rows: 2, created: 1, failed: 1 });
		expect(await storage.rows(item?.binary?.['failed'])).toMatchObject([{ Teléfono: 'x' }]);
		expect(contacts()).toEqual(['+525512345678', '+525512345679']);
		expect(await errorOf([file], { options: { sheet: 'Leads' } })).toContain(
			'The workbook has no sheet "Leads"; it has "Clientes", "Bajas".',
		);
	});

	it('warns of a file that has titles only', async () => {
		const { items, task } = await load(['Phone,Name\n']);
		expect(items('Altur')[0]?.json).toMatchObject({ rows: 0, created: 0, error_code: null });
		expect(task('Altur').hints).toEqual([
			{
				type: 'warning',
				location: 'outputPane',
				message: 'part 1.csv has a row of titles and nothing below it, so nothing was sent.',
			},
		]);
	});

	it('loads the rows before the place where a file is broken, and says where that is', async () => {
		const broken = `${customerFile(1500)}\n+525512345678,"Ana,crm\n+525512345679,Beto,crm`;
		const told = await errorOf([broken]);
		expect(told).toContain('part 1.csv: The quote (") that opens on line 1502 is not closed');
		expect(told).toContain('The 1,500 rows before it were loaded.');
		expect(contacts()).toHaveLength(1500);
		const { items } = await load([broken], {}, { onError: 'continueRegularOutput' });
		expect(items('Altur')[0]?.json).toMatchObject({
			rows: 1500,
			skipped_duplicate: 1500,
			error_code: 'UNCLOSED_QUOTE',
		});
	});

	it('ends with a request that finally fails, and leaves files of what became of every row', async () => {
		bench.sandbox.faults.add(refused);
		const told = await errorOf([customerFile(3500)], slowly);
		expect(told).toContain('Altur does not accept the API key [rows 1002 to 2001 of part 1.csv]');
		expect(told).toContain('1000 contacts had reached Altur before.');
		const links = [...told.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)];
		expect(links.map(([, , name]) => name)).toEqual(['part 1-results.csv', 'part 1-failed.csv']);
		const files = links.map(([, address = '']) => {
			const { pathname, searchParams } = new URL(address);
			expect(pathname).toBe('/rest/binary-data');
			return { id: searchParams.get('id') ?? '', data: '', mimeType: 'text/csv' };
		});
		const [results = [], failed = []] = await Promise.all(
			files.map(async (file) => await storage.rows(file)),
		);
		expect(results).toHaveLength(3500);
		const count = (status: string) => results.filter((line) => line.status === status).length;
		expect([count('created'), count('failed'), count('not_sent')]).toEqual([1000, 1000, 1500]);
		expect(failed).toHaveLength(2500);
		expect(failed.at(-1)).toMatchObject({ Phone: '+525510003499', not_loaded_code: 'NOT_SENT' });
	});

	it('goes on with the next file under On Error: Continue, and the item says why', async () => {
		bench.sandbox.faults.add({ ...refused, times: 1 });
		const files = [customerFile(1500), '', customerFile(2, 2000)];
		const { items } = await load(files, slowly, { onError: 'continueRegularOutput' });
		expect(jsonOf(items('Altur'))).toMatchObject([
			{ file: 'part 1.csv', rows: 1500, created: 1000, failed: 500, not_sent: 0, error_code: 'UNAUTHORIZED' },
			{ file: 'part 2.csv', rows: 0, error_code: 'EMPTY_FILE' },
			{ file: 'part 3.csv', rows: 2, created: 2, error_code: null },
		]);
	});

	it('moves a file whose load ended early to the error output, with its files', async () => {
		bench.sandbox.faults.add({ ...refused, times: 1 });
		const files = [customerFile(1500), customerFile(2, 2000)];
		const { items } = await load(files, slowly, { onError: 'continueErrorOutput' });
		expect(jsonOf(items('Altur', 0))).toMatchObject([{ file: 'part 2.csv', created: 2 }]);
		const [failed] = items('Altur', 1);
		expect(failed?.json).toMatchObject({ details: { file: 'part 1.csv', failed: 500 } });
		expect(Object.keys(failed?.binary ?? {})).toEqual(expect.arrayContaining(['results', 'failed']));
	});

	it('says which of several files is wrong, and that those before it are loaded', async () => {
		expect(await errorOf([customerFile(2), customerFile(2, 5), '%PDF-1.7'])).toBe(
			'part 3.csv: The file is a PDF, not a table. Ask for the same data as CSV, or copy the table into a sheet and save it as .xlsx or CSV. The 2 files before it are loaded.',
		);
		expect(contacts()).toHaveLength(4);
	});

	it('says where the rows are that failed in the files before the wrong one', async () => {
		const told = await errorOf([customerFile(2), 'Phone\n12', '%PDF-1.7']);
		expect(told).toContain('The 2 files before it are loaded. Their rows that failed, for as long as n8n');
		expect([...told.matchAll(/">([^<]*)<\/a>/g)].map(([, name]) => name)).toEqual(['part 2-failed.csv']);
	});

	it('names a file without its HTML, and not whole when its name is long', async () => {
		const name = `<img src=x onerror=alert(1)>${'x'.repeat(300)}.csv`;
		const items = [await storage.item(customerFile(1)), await storage.item('%PDF-1.7', name)];
		const { run } = await bench.run(items, fileParameters(campaign));
		expect(run.data.resultData.error?.message).toBe(`${'x'.repeat(60)}...: The file is a PDF, not a table.`);
	});

	it.each([0, 2])('tells of a load whose results n8n could not store, from piece %i on', async (piece) => {
		const service = Container.get(BinaryDataService);
		const store = service.store.bind(service);
		async function* fill(content: AsyncIterable<Buffer>) {
			let pieces = 0;
			for await (const next of content) {
				if (pieces++ >= piece) throw new Error('ENOSPC: no space left on device, write');
				yield next;
			}
		}
		const item = await storage.item(customerFile(8000));
		const full = jest.spyOn(service, 'store').mockImplementation(async (location, content, data) => {
			const stream = Readable.from(fill(z.custom<Readable>().parse(content)));
			return await store(location, stream, data);
		});
		try {
			const { run } = await bench.run([item], fileParameters(campaign));
			expect(run.data.resultData.error?.message).toBe(
				'contacts.csv: n8n could not store the results of the rows: ENOSPC: no space left on device, write.',
			);
			expect(run.data.resultData.error?.description).toContain('8,000 created');
			const node = { onError: 'continueRegularOutput' } as const;
			const { items } = await bench.run([item], fileParameters(campaign), node);
			expect(jsonOf(items('Altur'))).toMatchObject([
				{ rows: 8000, skipped_duplicate: 8000, requests: 8, error_code: 'RESULTS_NOT_STORED' },
			]);
		} finally {
			full.mockRestore();
		}
		expect(contacts()).toHaveLength(8000);
		expect(storage.onDisk().filter((name) => name.includes('.tmp'))).toEqual([]);
	});

	it.each([
		['off', { created: 2 }],
		['check', { ready: 2 }],
	])(
		'comes to its end when 101,000 rows that are not sent follow a few (trial: %s)',
		async (trial, counts) => {
			const optedOut = Array.from({ length: 101_000 }, () => '+525599999999,Ana,');
			const file = [customerFile(2), ...optedOut].join('\n');
			const { items } = await load([file], { options: { doNotCall: '+525599999999', trial } });
			expect(items('Altur')[0]?.json).toMatchObject({ ...counts, suppressed: 101_000, requests: 1 });
		},
	);

	it('sends nothing more once more rows have failed than Stop When Failed allows', async () => {
		const rows = Array.from({ length: 3000 }, (_, row) => `no ${row}`);
		const { items, task } = await load([['Phone', ...rows].join('\n')], {
			options: { stopWhenFailed: 50 },
		});
		expect(items('Altur')[0]?.json).toMatchObject({ rows: 3000, failed: 1000, not_sent: 2000 });
		expect(bench.posts()).toHaveLength(1);
		expect(task('Altur').hints?.[0]?.message).toContain('The load was ended early.');
	});
});
