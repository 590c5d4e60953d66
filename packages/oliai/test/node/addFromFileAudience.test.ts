import { FileStorage } from '../../../../test/node/harness/files';
import { audience, OliAiBench, type FormValues } from './harness/oliAi';

// A hundred thousand rows take a busy machine a while.
jest.setTimeout(180_000);

const titles = 'Phone,Name';

/** Lines of a small customer list with Indian mobile numbers. */
const customers = (count: number) =>
	Array.from({ length: count }, (_, index) => `+9198${String(10_000_000 + index)},Priya Sharma ${index}`);

describe('Create or Update From File', () => {
	let bench: OliAiBench;
	let storage: FileStorage;
	let audienceId: string;

	beforeAll(async () => {
		bench = await OliAiBench.start({ rateLimits: false });
		storage = await FileStorage.use('filesystem');
	});
	beforeEach(() => {
		bench.sandbox.reset();
		audienceId = bench.sandbox.addAudience({ name: 'Renewals' }).id;
	});
	afterAll(async () => {
		await bench.stop();
		storage.close();
	});

	const load = async (lines: string[], options: FormValues = {}) => {
		const parameters = {
			resource: 'contact',
			operation: 'addFromFile',
			binaryProperty: 'data',
			addToAudience: true,
			...audience(audienceId),
			options: { requestsPerMinute: 600, ...options },
		};
		const file = await storage.item([titles, ...lines].join('\n'));
		const { items } = await bench.run([file], parameters);
		return items('OliAI')[0];
	};
	const inAudience = () => bench.sandbox.state().audiences[0]?.contactIds ?? [];

	it('puts stored contacts into the audience without waiting for rows that are never sent', async () => {
		const optedOut = Array.from({ length: 101_000 }, () => '+919899999999,Priya');
		const item = await load([...customers(3), ...optedOut], { doNotCall: '+919899999999' });
		expect(item?.json).toMatchObject({ rows: 101_003, created: 3, suppressed: 101_000, requests: 2 });
		expect(inAudience()).toHaveLength(3);
	});

	it('says of a stored contact whose ID nobody told that it is not in the audience', async () => {
		const [phoneNumber] = (customers(1)[0] ?? '').split(',');
		bench.sandbox.faults.add({
			kind: 'status',
			status: 200,
			match: { path: 'contacts/bulk' },
			body: { success: true, created: 1, contacts: [{ phoneNumber }], errors: [] },
		});
		const item = await load(customers(1));
		expect(item?.json).toMatchObject({ rows: 1, created: 0, failed: 1 });
		expect(await storage.rows(item?.binary?.['failed'])).toMatchObject([
			{
				not_loaded_code: 'NO_CONTACT_ID',
				not_loaded_because: expect.stringContaining('is stored, but not in'),
			},
		]);
		expect(bench.sent('POST', '/contacts/add-to-audience')).toEqual([]);
	});
});
