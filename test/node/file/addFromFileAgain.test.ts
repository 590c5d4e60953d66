import { AlturBench, jsonOf } from '../harness/altur';
import { customerFile, fileParameters, FileStorage } from '../harness/files';
import type { FormValues } from '../harness/nodeBench';

jest.setTimeout(60_000);

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

	const contacts = () => bench.sandbox.state().campaigns[0]?.contacts ?? [];
	const load = async (file: string, form: FormValues = {}, others: Record<string, string> = {}) =>
		await bench.run([await storage.item(file, 'contacts.csv', others)], fileParameters(campaign, form));

	it('changes nothing when the same file comes a second time under Same Content', async () => {
		const options = { idempotencyScope: 'content' };
		const first = await load(customerFile(2500), { options });
		const keys = bench.posts().map(({ headers }) => headers['idempotency-key']);
		const second = await load(customerFile(2500), { options });
		const again = bench.posts().slice(keys.length);
		expect(new Set(again.map(({ headers }) => headers['idempotency-key']))).toEqual(new Set(keys));
		expect(jsonOf(second.items('Altur'))[0]).toMatchObject({ created: 2500 });
		expect(jsonOf(first.items('Altur'))[0]).toMatchObject({ created: 2500 });
		expect(contacts()).toHaveLength(2500);
	});

	it('sends the same rows of two files twice in one execution, because the order of the files counts', async () => {
		const items = [
			await storage.item('Phone,Name\n+525512345678,100'),
			await storage.item('Phone,Name\n+525512345678,200'),
			await storage.item('Phone,Name\n+525512345678,100'),
		];
		await bench.run(items, fileParameters(campaign, { ifDuplicate: 'update' }));
		expect(bench.posts()).toHaveLength(3);
		expect(contacts()).toMatchObject([{ name: '100' }]);
	});

	it('lets the last row of a number win, however far apart the rows are', async () => {
		const file = `${customerFile(2100)}\n+525510000000,the last,crm-0`;
		const { items } = await load(file, { ifDuplicate: 'update' });
		expect(items('Altur')[0]?.json).toMatchObject({ created: 2100, updated: 1 });
		expect(contacts()[0]).toMatchObject({ contact: '+525510000000', name: 'the last' });
	});

	const twoColumns = 'Teléfono;Baja\n55-1000-0001;5510000001\n';

	it.each<[string, FormValues, string?]>([
		['the list of an option', { options: { doNotCall: '55 1000 0001' } }],
		['the column of a second file', { options: { doNotCallFile: 'optouts' } }],
		[
			'several columns of a second file',
			{ options: { doNotCallFile: 'optouts' } },
			'Phone,Mobile\n+525599999999,\n,+525510000001\n',
		],
		[
			'a column of a second file that is named',
			{ options: { doNotCallFile: 'optouts', doNotCallColumn: 'baja' } },
		],
	])('never sends numbers of %s, and counts them', async (_where, form, optouts = twoColumns) => {
		const { items } = await load(customerFile(3), form, { optouts });
		const [item] = items('Altur');
		expect(item?.json).toMatchObject({ rows: 3, created: 2, suppressed: 1, failed: 0 });
		expect(await storage.rows(item?.binary?.['results'])).toMatchObject([
			{ status: 'created' },
			{ status: 'suppressed', contact: '+525510000001' },
			{ status: 'created' },
		]);
		expect(contacts().map(({ contact }) => contact)).toEqual(['+525510000000', '+525510000002']);
	});

	it.each([
		['has no column of phone numbers', 'Folio,Fecha\n1,2\n', {}, 'looks like a phone number by its title'],
		[
			'holds no number in the column that is named',
			'Phone,Motivo\n5510000001,pidió baja\n',
			{ doNotCallColumn: 'Motivo', doNotCall: '5599999999' },
			'The column "Motivo" of the Do Not Call file optouts.csv holds no phone number.',
		],
		['is empty', '', {}, 'The Do Not Call file optouts.csv could not be read: The file is empty.'],
		[
			'breaks in the middle',
			'Phone\n"5510000001\n',
			{},
			'The Do Not Call file optouts.csv could not be read: The quote (") that opens on line 2',
		],
		['holds a rounded number', 'Phone\n5.21E+11\n', {}, 'a sheet has rounded that number'],
	])('sends nothing when the Do Not Call file %s', async (_why, optouts, options, told) => {
		const form = { options: { doNotCallFile: 'optouts', ...options } };
		const { run } = await load(customerFile(3), form, { optouts });
		expect(run.data.resultData.error?.message).toContain(told);
		expect(bench.posts()).toHaveLength(0);
	});

	it.each(['Phone\n', 'Phone,Reason\n'])(
		'takes a Do Not Call file without rows for an empty list: %j',
		async (optouts) => {
			const { items } = await load(customerFile(3), { options: { doNotCallFile: 'optouts' } }, { optouts });
			expect(items('Altur')[0]?.json).toMatchObject({ created: 3, suppressed: 0 });
		},
	);
});
