import { AlturBench, addParameters, customerRows, jsonOf } from '../harness/altur';
import { fileParameters, FileStorage } from '../harness/files';

jest.setTimeout(60_000);

describe('A load of which nothing is right', () => {
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

	const wrong = (count: number) =>
		customerRows(count).map((_, row) => ({ json: { phone: `Av. ${row}`, name: 'Ana' } }));
	const failAll = { options: { failWhenAllFail: true } };
	const reason = 'All 3 rows failed with INVALID_PHONE_NUMBER, such as: Altur does not take "Av. 0"';

	it('is a success with a warning that begins with the share and the commonest reason', async () => {
		const { run, items, task } = await bench.run(wrong(3), addParameters(campaign));
		expect(run.status).toBe('success');
		expect(jsonOf(items('Altur'))).toHaveLength(3);
		const [hint] = task('Altur').hints ?? [];
		expect(hint?.type).toBe('warning');
		expect(hint?.message).toContain(reason);
		expect(hint?.message).toMatch(/3 failed, in 1 request\. Each failed row says why\.$/);
	});

	it('ends with an error where Fail When All Rows Fail is on', async () => {
		const { run } = await bench.run(wrong(3), addParameters(campaign, failAll));
		expect(run.data.resultData.error?.message).toContain(reason);
		expect(run.data.resultData.error?.description).toContain('3 failed, in 1 request.');
	});

	it('does not end with one when a single row is right, nor under On Error: Continue', async () => {
		const rows = [...wrong(2), ...customerRows(1)];
		expect((await bench.run(rows, addParameters(campaign, failAll))).run.status).toBe('success');
		const goesOn = await bench.run(wrong(2), addParameters(campaign, failAll), {
			onError: 'continueRegularOutput',
		});
		expect(jsonOf(goesOn.items('Altur'))).toHaveLength(2);
	});

	it('is told of a file too, with the way to its files', async () => {
		const file = await storage.item('Phone\nAv. 0\nAv. 1\nAv. 2');
		const { task } = await bench.run([file], fileParameters(campaign));
		expect(task('Altur').hints?.[0]).toMatchObject({
			type: 'warning',
			message: expect.stringContaining(reason),
		});
		const { run } = await bench.run([file], fileParameters(campaign, failAll));
		expect(run.data.resultData.error?.message).toContain(reason);
		expect(run.data.resultData.error?.description).toContain('contacts-failed.csv</a>');
	});

	it('is judged for each file by its own option', async () => {
		const wrongFile = async (ends: boolean) => ({
			...(await storage.item('Phone\nAv. 0\nAv. 1\nAv. 2')),
			json: { ends },
		});
		const byFile = { options: { failWhenAllFail: '={{ $json.ends }}' } };
		const files = [await wrongFile(false), await wrongFile(true)];
		const { run } = await bench.run(files, fileParameters(campaign, byFile));
		expect(run.data.resultData.error?.message).toContain(reason);
		expect(run.data.resultData.error?.description).toContain('The file before it is loaded.');
	});
});
