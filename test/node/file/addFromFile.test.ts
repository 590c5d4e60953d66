import { AlturBench, jsonOf } from '../harness/altur';
import { customerFile, fileParameters, FileStorage, storageModes } from '../harness/files';

jest.setTimeout(60_000);

describe.each(storageModes)('Add From File, with files kept by n8n in the mode %s', (mode) => {
	let bench: AlturBench;
	let storage: FileStorage;
	let campaign: number;

	beforeAll(async () => {
		bench = await AlturBench.start({ rateLimit: false });
		storage = await FileStorage.use(mode);
	});
	beforeEach(() => {
		bench.sandbox.reset();
		campaign = bench.sandbox.addCampaign().id;
	});
	afterAll(async () => {
		await bench.stop();
		storage.close();
	});

	const contacts = () => bench.sandbox.state().campaigns.find(({ id }) => id === campaign)?.contacts ?? [];
	const load = async (files: string[], more = {}, node = {}) => {
		const items = await Promise.all(files.map(async (file) => await storage.item(file)));
		return await bench.run(items, fileParameters(campaign, more), node);
	};

	it.each([
		['under Options, where older workflows have it', { options: { defaultCountry: 'MX' } }, '+525512345678'],
		[
			'in the main form, which counts where both are set',
			{ defaultCountry: '={{ "MX" }}', options: { defaultCountry: 'BR' } },
			'+525512345678',
		],
		['nowhere', { defaultCountry: '' }, undefined],
	])('completes numbers by the Default Country that is set %s', async (_where, form, contact) => {
		await load(['Teléfono\r\n55 1234 5678\r\n'], form);
		expect(contacts()[0]?.contact).toBe(contact);
	});

	it.each([
		[1, 1],
		[1000, 1],
		[1001, 2],
		[25_000, 25],
	])('sends %i rows in %i requests and hands on the sum and a file of results', async (rows, requests) => {
		const { items, task } = await load([customerFile(rows)]);
		const [item, ...others] = items('Altur');
		expect(others).toEqual([]);
		expect(item?.json).toEqual({
			file: 'contacts.csv',
			rows,
			created: rows,
			updated: 0,
			skipped_duplicate: 0,
			failed: 0,
			suppressed: 0,
			not_sent: 0,
			requests,
			seconds: expect.any(Number),
			error_message: null,
			error_code: null,
		});
		expect(item?.pairedItem).toEqual({ item: 0 });
		expect(bench.posts()).toHaveLength(requests);
		expect(contacts()).toHaveLength(rows);
		expect(Object.keys(item?.binary ?? {})).toEqual(['results']);
		const results = await storage.rows(item?.binary?.['results']);
		expect(results).toHaveLength(rows);
		expect(results[0]).toEqual({
			row: '2',
			status: 'created',
			id: '1',
			contact: '+525510000000',
			f_id: 'crm-0',
			error_code: '',
			error_message: '',
		});
		expect(results.map(({ row, f_id }) => [row, f_id])).toEqual(
			results.map((_, index) => [String(index + 2), `crm-${index}`]),
		);
		expect(task('Altur').hints?.[0]?.message).toMatch(/^contacts\.csv: [\d,]+ created, in \d+ request/);
	});

	it('leaves a file of the rows that failed, as they stood, which is loaded once they are corrected', async () => {
		const file = [
			'Nombre;Teléfono;Saldo;Notas',
			'Ana;5512345678;"1.200,50";"Dijo: ""llamar""\nmañana"',
			'Beto;12;0;=1+1',
			'Carla;;3;',
		].join('\r\n');
		const form = { extractedData: 'otherColumns', defaultCountry: 'MX' };
		const { items, task } = await load([file], form);
		const [item] = items('Altur');
		expect(task('Altur').hints?.[0]?.message).toContain(
			'1 created, 2 failed, in 1 request. What failed is in',
		);
		expect(item?.json).toMatchObject({ rows: 3, created: 1, failed: 2, not_sent: 0 });
		const failed = await storage.rows(item?.binary?.['failed']);
		expect(failed).toEqual([
			{
				Nombre: 'Beto',
				Teléfono: '12',
				Saldo: '0',
				Notas: "'=1+1",
				not_loaded_because: expect.stringContaining('"12"'),
				not_loaded_code: 'INVALID_PHONE_NUMBER',
			},
			expect.objectContaining({ Nombre: 'Carla', not_loaded_code: 'MISSING_CONTACT' }),
		]);
		expect(contacts()[0]).toMatchObject({
			contact: '+525512345678',
			context: 'Dijo: "llamar"\nmañana',
			extracted_data: { Saldo: '1.200,50' },
		});

		const corrected = (await storage.text(item?.binary?.['failed'])).replace(',12,', ',5500000012,');
		const again = await load([corrected], form);
		expect(again.items('Altur')[0]?.json).toMatchObject({ rows: 2, created: 1, failed: 1 });
		expect(contacts()[1]).toMatchObject({
			contact: '+525500000012',
			name: 'Beto',
			context: '=1+1',
			extracted_data: { Saldo: '0' },
		});
	});

	it('writes titles into the file of failed rows so that they are the same again, however often', async () => {
		const file = 'Phone,=1+1,-x,"\'q",,a\r\n12,1,2,3,4,5,6,7\r\n+525510000001,1,2,3,4,5,6,7';
		const form = { extractedData: 'otherColumns' };
		const failedOf = async (text: string) => {
			const { items } = await load([text], form);
			return await storage.text(items('Altur')[0]?.binary?.['failed']);
		};
		const again = await failedOf(await failedOf(await failedOf(file)));
		await load([again.replace('\n12,', '\n+525510000012,')], form);
		const extracted = contacts().map(({ extracted_data: data }) => data);
		expect(extracted[0]).toEqual({ '=1+1': '1', '-x': '2', "'q": '3', E: '4', a: '5', G: '6', H: '7' });
		expect(extracted[1]).toEqual(extracted[0]);
	});

	it('works the expressions of the options out for each file', async () => {
		const files = [
			{ delimiter: 'semicolon', trial: 'off', file: 'Phone;Name,ID\n+525510000001;Ana,7' },
			{ delimiter: 'comma', trial: 'off', file: 'Phone,Name;ID\n+525510000002,Beto;8' },
			{ delimiter: 'comma', trial: 'check', file: 'Phone,Name\n+525510000003,Carla' },
		];
		const items = await Promise.all(
			files.map(async ({ file, ...json }) => ({ ...(await storage.item(file)), json })),
		);
		const options = { delimiter: '={{ $json.delimiter }}', trial: '={{ $json.trial }}' };
		const run = await bench.run(items, fileParameters(campaign, { options }));
		expect(jsonOf(run.items('Altur'))).toMatchObject([{ created: 1 }, { created: 1 }, { ready: 1 }]);
		expect(contacts().map(({ contact }) => contact)).toEqual(['+525510000001', '+525510000002']);
	});

	it('loads several files one after the other, each with an item of its own', async () => {
		const { items } = await load([customerFile(3), customerFile(2, 3), customerFile(3)]);
		expect(jsonOf(items('Altur'))).toMatchObject([
			{ rows: 3, created: 3 },
			{ rows: 2, created: 2 },
			{ rows: 3, created: 0, skipped_duplicate: 3 },
		]);
		expect(items('Altur').map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(contacts()).toHaveLength(5);
	});
});
