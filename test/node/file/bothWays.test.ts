import fc from '../../properties';
import { stringify } from 'csv-stringify/sync';
import type { FaultInput } from '../../../sandbox/server/fault';
import { addParameters, AlturBench, jsonOf } from '../harness/altur';
import { fileParameters, FileStorage } from '../harness/files';

jest.setTimeout(180_000);

/** Few contacts, so that most come up several times; and what people write in the place of a number. */
const phones = [
	'+525512345678',
	'5512345678',
	'33 1234 5678',
	'+52 1 33 1234 5678',
	'12',
	'',
	'no tiene',
	'5.21E+11',
];
const names = ['Ana', 'José "Pepe" Núñez', 'Ñandú, S.A.', '=1+1', "'hola", 'dos\nlíneas', ''];
const row = fc.record({
	phone: fc.constantFrom(...phones, '+14155550100', '+14155550101', '+14155550102', '+14155550103'),
	name: fc.constantFrom(...names),
	id: fc.constantFrom('crm-1', 'crm-2', '007', ''),
	saldo: fc.constantFrom('', 'a;b', '1,5', ' '),
});
const faults: FaultInput[][] = [
	[],
	[{ kind: 'shuffleResults', times: 'always' }],
	[{ kind: 'resetAfter', skip: 1 }],
	[{ kind: 'status', status: 500, afterWork: true, skip: 1 }],
	[{ kind: 'payloadTooLarge', maxRows: 2, times: 'always' }],
	[{ kind: 'rowServerError', indexes: [0, 1] }],
	[{ kind: 'dropResults', indexes: [0], skip: 1 }],
	[{ kind: 'latency', ms: 30, times: 3 }],
];

describe('The rows of a file', () => {
	let bench: AlturBench;
	let storage: FileStorage;

	beforeAll(async () => {
		bench = await AlturBench.start({ rateLimit: false });
		storage = await FileStorage.use('filesystem');
	});
	beforeEach(() => {
		jest.spyOn(Math, 'random').mockReturnValue(0.001);
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});
	afterAll(async () => {
		await bench.stop();
		storage.close();
	});

	/** In any order: which of two requests arrives first is chance. */
	const contacts = () =>
		bench.sandbox
			.state()
			.campaigns.flatMap((campaign) =>
				campaign.contacts.map(({ contact, name, f_id, extracted_data }) => ({
					contact,
					name,
					f_id,
					extracted_data,
				})),
			)
			.sort((one, other) => (one.contact < other.contact ? -1 : 1));

	it('come to the same as items with the same cells, whatever the rows are and whatever goes wrong', async () => {
		const given = fc.record({
			rows: fc.array(row, { minLength: 1, maxLength: 12 }),
			batchSize: fc.integer({ min: 1, max: 4 }),
			ifDuplicate: fc.constantFrom('skip', 'update'),
			plan: fc.constantFrom(...faults),
			delimiter: fc.constantFrom(',', ';', '\t'),
		});
		await fc.assert(
			fc.asyncProperty(given, async ({ rows, batchSize, ifDuplicate, plan, delimiter }) => {
				const form = {
					ifDuplicate,
					extractedData: 'otherColumns',
					defaultCountry: 'MX',
					options: { batchSize },
				};
				const begin = () => {
					bench.sandbox.reset();
					bench.sandbox.faults.add(...plan);
					return bench.sandbox.addCampaign().id;
				};
				const asItems = await bench.run(
					rows.map((json) => ({ json })),
					addParameters(begin(), form),
				);
				const results = jsonOf(asItems.items('Altur'));
				const stored = contacts();

				const cells = rows.map(({ phone, name, id, saldo }) => [phone, name, id, saldo]);
				const written = stringify([['phone', 'name', 'id', 'saldo'], ...cells], { delimiter });
				// A line that holds nothing is no row; as an item it is one.
				const isBlank = (line: string[]) => line.every((cell) => cell.trim() === '');
				const asFile = await bench.run([await storage.item(written)], fileParameters(begin(), form));
				const [item] = asFile.items('Altur');
				const lines = await storage.rows(item?.binary?.['results']);
				const text = (value: unknown) => (value === undefined || value === null ? '' : String(value));
				const columns = ['status', 'contact', 'f_id', 'error_code', 'error_message'];
				expect(lines.map((line) => columns.map((column) => line[column]))).toEqual(
					results
						.filter((_, index) => !isBlank(cells[index] ?? []))
						.map((result) => columns.map((column) => text(result[column]))),
				);
				expect(contacts()).toEqual(stored);
				const failed = await storage.rows(item?.binary?.['failed']).catch(() => []);
				expect(failed).toHaveLength(lines.filter(({ status }) => status === 'failed').length);
			}),
			{ numRuns: 30 },
		);
	});
});
