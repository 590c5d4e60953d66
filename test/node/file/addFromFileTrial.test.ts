import { AlturBench, jsonOf } from '../harness/altur';
import { customerFile, fileParameters, FileStorage } from '../harness/files';
import type { FormValues } from '../harness/nodeBench';

jest.setTimeout(60_000);

/** 2,000 rows of every kind. */
function mixedFile(): string {
	const lines = Array.from({ length: 2000 }, (_, row) => {
		const phone = [
			`55 1${String(1_000_000 + row)}`,
			'12',
			'',
			'5.21E+11',
			'5510000001',
			`55 1${String(1_000_000 + row - 5)}`,
		];
		const kind = row % 10 > 5 ? 0 : row % 10;
		return `${phone[kind] ?? ''};Cliente ${row};${row % 7 ? `crm-${row}` : 'crm-0'};${row};`;
	});
	return ['Teléfono;Nombre;ID;Saldo;Zona', ...lines].join('\r\n');
}

const form = { defaultCountry: 'MX', options: { doNotCall: '5510000001' } };
const withTrial = (trial: string, more = {}): FormValues => ({
	...form,
	options: { ...form.options, trial, ...more },
});

describe('A trial of Add From File', () => {
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

	const load = async (file: string, more: FormValues, node = {}) =>
		await bench.run([await storage.item(file)], fileParameters(campaign, more), node);

	it('sends nothing, and its counts and reasons are those of the real run', async () => {
		const check = await load(mixedFile(), withTrial('check'));
		expect(bench.sandbox.requests).toHaveLength(0);
		const real = await load(mixedFile(), form);
		const [checked] = check.items('Altur');
		const [loaded] = real.items('Altur');
		const { ready, failed, suppressed, requests } = checked?.json ?? {};
		const { created, skipped_duplicate: skipped } = loaded?.json ?? {};
		expect(loaded?.json).toMatchObject({ failed, suppressed, requests });
		expect(ready).toBe(Number(created) + Number(skipped));
		expect([ready, failed, suppressed]).toEqual([1200, 600, 200]);

		const rowsOf = async (item: typeof checked) => await storage.rows(item?.binary?.['results']);
		const reasons = (rows: Array<Record<string, string>>) =>
			rows.map(({ row, contact, error_code, error_message }) => [row, contact, error_code, error_message]);
		expect(reasons(await rowsOf(checked))).toEqual(reasons(await rowsOf(loaded)));
		const wrong = async (item: typeof checked) => await storage.text(item?.binary?.['failed']);
		expect(await wrong(checked)).toBe(await wrong(loaded));
	});

	it('shows each row as it would be sent, and below what is true of all', async () => {
		const { items, task } = await load(mixedFile(), {
			...withTrial('check'),
			extractedData: 'namedColumns',
			extractedDataColumns: 'Saldo',
		});
		const rows = await storage.rows(items('Altur')[0]?.binary?.['results']);
		expect(rows[6]).toEqual({
			row: '8',
			status: 'ready',
			contact: '+525511000006',
			country: 'MX',
			name: 'Cliente 6',
			context: '',
			f_id: 'crm-6',
			extracted_data: '{"Saldo":"6"}',
			error_code: '',
			error_message: '',
		});
		const [hint] = task('Altur').hints ?? [];
		expect(hint).toMatchObject({ type: 'warning' });
		expect(hint?.message).toMatch(
			/^contacts\.csv: This was a trial: nothing was sent\. 1,200 ready, 600 failed, 200 suppressed; 3 requests, about 1 s\. What failed is in the file "failed", with the reasons/,
		);
		expect(hint?.message).toContain('200 rows have a phone number that an earlier row has too');
		expect(hint?.message).toContain('the External ID of another contact, such as "crm-0"');
		expect(hint?.message).not.toContain('fill');
	});

	it('names the columns that fill nothing', async () => {
		const file = 'Phone,Saldo,Vacía\n+525512345678,100,\n+525512345679,200,';
		const { task } = await load(file, withTrial('check'));
		expect(task('Altur').hints?.[0]?.message).toContain('The column Saldo fills nothing.');
	});

	it('sends the first rows only, and the others come out as not sent, not as failed', async () => {
		const { items, task } = await load(mixedFile(), withTrial('first', { trialRows: 3 }));
		// Of the first three that can be sent, the second has the number of the first.
		expect(bench.sandbox.state().campaigns[0]?.contacts).toHaveLength(2);
		const [item] = items('Altur');
		expect(item?.json).toMatchObject({
			rows: 2000,
			created: 2,
			skipped_duplicate: 1,
			failed: 600,
			suppressed: 200,
			not_sent: 1197,
		});
		expect(await storage.rows(item?.binary?.['failed'])).toHaveLength(600);
		expect(task('Altur').hints?.[0]?.message).toContain('only the first 3 rows could be sent');
	});

	it('leaves no key of a trial in the item of a real load', async () => {
		const { items } = await load(customerFile(2), form);
		expect(Object.keys(jsonOf(items('Altur'))[0] ?? {})).not.toContain('ready');
	});

	it('tells of a file that breaks in the middle', async () => {
		const broken = `${customerFile(1500)}\n+525512345678,"Ana,crm\n+525512345679,Beto,crm`;
		const { items } = await load(broken, withTrial('check'), { onError: 'continueRegularOutput' });
		expect(items('Altur')[0]?.json).toMatchObject({
			rows: 1500,
			ready: 1499,
			suppressed: 1,
			error_code: 'UNCLOSED_QUOTE',
		});
		const { run } = await load(broken, withTrial('check'));
		const told = run.data.resultData.error?.description;
		expect(told).toContain('The 1,500 rows before it were checked. What would become of each row');
		expect(told).toContain('contacts-results.csv</a>');
	});

	it('never says that files were loaded that were only checked', async () => {
		const files = [await storage.item(customerFile(2)), await storage.item('%PDF-1.7')];
		const { run } = await bench.run(files, fileParameters(campaign, withTrial('check')));
		expect(run.data.resultData.error?.description).toContain('The file before it is checked.');
	});
});
