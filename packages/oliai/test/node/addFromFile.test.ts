import { everyFault } from '../../../../test/node/harness/everyFault';
import { FileStorage } from '../../../../test/node/harness/files';
import { audience, OliAiBench } from './harness/oliAi';

jest.setTimeout(180_000);

const fast = { batchSize: 250, requestsPerMinute: 600 };
const fileOf = (rows: number) =>
	[
		'Name,Mobile,Language,City',
		...Array.from({ length: rows }, (_, row) => `Priya ${row},+9198${String(10_000_000 + row)},hi-IN,Mumbai`),
	].join('\n');

describe('OliAI, Create or Update From File', () => {
	let bench: OliAiBench;
	let storage: FileStorage;

	beforeAll(async () => {
		storage = await FileStorage.use('filesystem');
	});
	beforeEach(async () => {
		bench = await OliAiBench.start({ rateLimits: false, recordBodies: false });
	});
	afterEach(async () => {
		await bench.stop();
	});
	afterAll(() => {
		storage.close();
	});

	const load = async (file: string, more = {}, node = {}) =>
		await bench.run(
			[await storage.item(file)],
			{ resource: 'contact', operation: 'addFromFile', metadata: 'otherColumns', ...more },
			node,
		);

	it('stores the rows, puts them into the audience meanwhile, and tells what became of each', async () => {
		const { id } = bench.sandbox.addAudience({ name: 'Renewals' });
		const into = { addToAudience: true, ...audience(id), options: fast };
		const { items } = await load(`${fileOf(1200)}\nNobody,12,hi-IN,Pune`, into);
		const [item] = items('OliAI');
		expect(item?.json).toMatchObject({ rows: 1201, created: 1200, failed: 1, not_sent: 0 });
		const results = await storage.rows(item?.binary?.['results']);
		expect(results[0]).toMatchObject({
			row: '2',
			status: 'created',
			phoneNumber: '+919810000000',
			audienceId: id,
		});
		expect(results.map(({ row }) => row)).toEqual(results.map((_, index) => String(index + 2)));
		const { contacts, audiences } = bench.sandbox.state();
		expect(contacts).toHaveLength(1200);
		expect(audiences[0]?.contactIds).toHaveLength(1200);
		expect(contacts[0]).toMatchObject({ metadata: { City: 'Mumbai' } });
	});

	it('brings 10,000 rows through every fault, none lost, none doubled', async () => {
		// What a 429 costs of OliAI's minute is seen with items.
		bench.sandbox.faults.add(...everyFault.filter(({ kind }) => kind !== 'tooManyRequests'));
		const { items } = await load(fileOf(10_000), { options: fast });
		expect(bench.sandbox.faults.pending()).toEqual([]);
		const [item] = items('OliAI');
		expect(item?.json).toMatchObject({ rows: 10_000, failed: 0, not_sent: 0 });
		const results = await storage.rows(item?.binary?.['results']);
		expect(results.map(({ phoneNumber }) => phoneNumber)).toEqual(
			results.map((_, row) => `+9198${String(10_000_000 + row)}`),
		);
		const { contacts, creations } = bench.sandbox.state();
		expect([contacts.length, creations]).toEqual([10_000, 10_000]);
	});

	it('puts every contact into the audience once, when connections break after the work was done', async () => {
		const { id } = bench.sandbox.addAudience({ name: 'Renewals' });
		bench.sandbox.faults.add({ kind: 'resetAfter', match: { path: 'add-to-audience' }, times: 2 });
		const { items } = await load(fileOf(1000), { addToAudience: true, ...audience(id), options: fast });
		expect(items('OliAI')[0]?.json).toMatchObject({ created: 1000, failed: 0 });
		expect(bench.sandbox.state().audiences[0]?.contactIds).toHaveLength(1000);
	});

	it('says of rows that are stored, but did not come into the audience, that they failed', async () => {
		const { id } = bench.sandbox.addAudience({ name: 'Renewals' });
		bench.sandbox.faults.add({
			kind: 'status',
			status: 403,
			body: { statusCode: 403, message: 'Forbidden' },
			match: { path: 'add-to-audience' },
			skip: 1,
			times: 'always',
		});
		const into = { addToAudience: true, ...audience(id), options: fast };
		const { items } = await load(fileOf(1000), into, { onError: 'continueRegularOutput' });
		const [item] = items('OliAI');
		const { created, failed, not_sent: notSent, error_code: code } = item?.json ?? {};
		expect({ created, code }).toEqual({ created: 250, code: 'FORBIDDEN' });
		expect(Number(failed) + Number(notSent)).toBe(750);
		expect(bench.sandbox.state().audiences[0]?.contactIds).toHaveLength(250);
		const [lost] = await storage.rows(item?.binary?.['failed']);
		expect(lost?.['not_loaded_because']).toMatch(/^The contact is stored, but not in the audience: /);
		bench.sandbox.faults.clear();
		const corrected = await storage.text(item?.binary?.['failed']);
		const second = await load(corrected, into);
		expect(second.items('OliAI')[0]?.json).toMatchObject({ rows: 750, updated: 750, failed: 0 });
		expect(new Set(bench.sandbox.state().audiences[0]?.contactIds).size).toBe(1000);
	});

	it('checks a file without sending anything, and sends the first rows only', async () => {
		const { id } = bench.sandbox.addAudience({ name: 'Renewals' });
		const into = { addToAudience: true, ...audience(id) };
		const check = await load(fileOf(30), { ...into, options: { trial: 'check' } });
		expect(bench.sandbox.requests).toHaveLength(0);
		expect(check.items('OliAI')[0]?.json).toMatchObject({ rows: 30, ready: 30 });
		const first = await load(fileOf(30), { ...into, options: { trial: 'first', trialRows: 4 } });
		expect(first.items('OliAI')[0]?.json).toMatchObject({ created: 4, not_sent: 26 });
		expect(bench.sandbox.state().audiences[0]?.contactIds).toHaveLength(4);
	});
});
