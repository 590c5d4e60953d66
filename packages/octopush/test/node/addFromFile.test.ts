import { FileStorage } from '../../../../test/node/harness/files';
import { everyFault } from '../../../../test/node/harness/everyFault';
import { OctopushBench } from './harness/octopush';

jest.setTimeout(120_000);

describe('Octopush, Add From File', () => {
	let bench: OctopushBench;
	let storage: FileStorage;

	beforeAll(async () => {
		bench = await OctopushBench.start({ recordBodies: false });
		storage = await FileStorage.use('filesystem');
	});
	beforeEach(() => {
		bench.sandbox.reset();
	});
	afterAll(async () => {
		await bench.stop();
		storage.close();
	});

	const load = async (file: string, more = {}) =>
		await bench.run([await storage.item(file)], {
			resource: 'contact',
			operation: 'addFromFile',
			listName: 'customers',
			...more,
		});

	it('adds the rows to the list, and tells what became of each', async () => {
		const file = 'Téléphone;Prénom;Nom\r\n06 12 34 56 78;Zoé;Léger\r\nnon;Max;Petit\r\n+33612345679;Ana;Roux';
		const { items, task } = await load(file, { defaultCountry: 'FR' });
		const [item] = items('Octopush');
		expect(item?.json).toMatchObject({ file: 'contacts.csv', rows: 3, added: 2, failed: 1, not_sent: 0 });
		expect(await storage.rows(item?.binary?.['results'])).toMatchObject([
			{ row: '2', status: 'added', phone_number: '+33612345678' },
			{ row: '3', status: 'failed', phone_number: 'non' },
			{ row: '4', status: 'added', phone_number: '+33612345679' },
		]);
		expect(await storage.rows(item?.binary?.['failed'])).toMatchObject([{ Téléphone: 'non', Nom: 'Petit' }]);
		expect(bench.sandbox.state().contacts).toMatchObject([
			{ first_name: 'Zoé', last_name: 'Léger' },
			{ first_name: 'Ana' },
		]);
		expect(task('Octopush').hints?.map(({ message }) => message)).toEqual([
			expect.stringMatching(/^contacts\.csv: 2 added, 1 failed, in 1 request/),
			expect.stringMatching(
				/^contacts\.csv: What to do about .*<br>Found by title: Phone Number ← Téléphone, First Name ← Prénom, Last Name ← Nom\.<br>1 number was completed with \+33/,
			),
		]);
	});

	it('brings 10,000 rows through every fault, none lost, none doubled', async () => {
		const rows = Array.from({ length: 10_000 }, (_, row) => `+336${String(10_000_000 + row)},Client ${row}`);
		bench.sandbox.faults.add(...everyFault);
		const { items } = await load(['Phone,First Name', ...rows].join('\n'));
		expect(bench.sandbox.faults.pending()).toEqual([]);
		const [item] = items('Octopush');
		const results = await storage.rows(item?.binary?.['results']);
		expect(results.map(({ phone_number }) => phone_number)).toEqual(rows.map((row) => row.split(',')[0]));
		expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['added', 'updated']));
		const { contacts } = bench.sandbox.state();
		expect(contacts).toHaveLength(10_000);
		expect(contacts.every(({ created, lists }) => created === 1 && lists.length === 1)).toBe(true);
	});

	it('checks a file without sending anything, with the counts of the real run', async () => {
		const file = 'Phone,Prénom,Ville\n+33612345678,Zoé,Lyon\nx,Max,Lyon\n+33612345679,Ana,Lyon';
		const check = await load(file, { options: { trial: 'check' } });
		expect(bench.sandbox.requests).toHaveLength(0);
		expect(check.items('Octopush')[0]?.json).toMatchObject({ rows: 3, ready: 2, failed: 1 });
		expect(check.task('Octopush').hints?.[0]?.message).toContain('The column Ville fills nothing.');
		const [ready] = await storage.rows(check.items('Octopush')[0]?.binary?.['results']);
		expect(ready).toMatchObject({ status: 'ready', country: 'FR', first_name: 'Zoé' });
		const real = await load(file);
		expect(real.items('Octopush')[0]?.json).toMatchObject({ added: 2, failed: 1 });
	});
});
