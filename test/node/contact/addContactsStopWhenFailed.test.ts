import type { INodeExecutionData } from 'n8n-workflow';
import { AlturBench, addParameters, customerRows, jsonOf } from '../harness/altur';

jest.setTimeout(60_000);

/** Rows with something else in the column of the numbers from a place on. */
const rowsWrongFrom = (count: number, wrongFrom: number): INodeExecutionData[] =>
	customerRows(count).map((row, place) =>
		place < wrongFrom ? row : { json: { ...row.json, phone: `Av. Juárez ${place}` } },
	);

describe('Add to Campaign with Stop When Failed', () => {
	let bench: AlturBench;
	let campaign: number;

	beforeAll(async () => {
		bench = await AlturBench.start({ rateLimit: false, latencyMs: 400 });
	});
	beforeEach(() => {
		bench.sandbox.reset();
		campaign = bench.sandbox.addCampaign().id;
	});
	afterAll(async () => {
		await bench.stop();
	});

	const parameters = (options: Record<string, number | string>) =>
		addParameters(campaign, { options: { batchSize: 50, ...options } });
	const posts = () => bench.sandbox.requests.filter(({ path }) => path.endsWith('/contacts'));

	it('sends the first hundred rows only when they fail: the wrong column does not fill the campaign', async () => {
		const { items, run, task } = await bench.run(rowsWrongFrom(1000, 20), parameters({ stopWhenFailed: 50 }));
		expect(run.status).toBe('success');
		expect(posts()).toHaveLength(2);
		const codes = jsonOf(items('Altur')).map(({ error_code }) => error_code);
		expect(codes.slice(0, 20)).toEqual(Array(20).fill(null));
		expect(codes.slice(20, 100)).toEqual(Array(80).fill('INVALID_PHONE_NUMBER'));
		expect(codes.slice(100)).toEqual(Array(900).fill('NOT_SENT'));
		expect(jsonOf(items('Altur'))[999]).toMatchObject({
			contact: 'Av. Juárez 999',
			error_message:
				'The row was not sent. More rows had failed than Options > Stop When Failed allows. Correct the earlier rows, and run this again.',
		});
		expect(task('Altur').hints?.[0]?.message).toMatch(
			/^98 % of the rows failed, 80 of them with INVALID_PHONE_NUMBER.* 20 created, 980 failed \(900 of them not sent\), in 2 requests.*The load was ended early\. More rows had failed than/,
		);
	});

	it('stops later too, with what was under way then', async () => {
		const rows = rowsWrongFrom(3000, 200);
		const { items } = await bench.run(rows, parameters({ stopWhenFailed: 50, requestsPerSecond: 12 }));
		const results = jsonOf(items('Altur'));
		const unsent = results.filter(({ error_code }) => error_code === 'NOT_SENT');
		expect(results).toHaveLength(3000);
		expect(results.filter(({ status }) => status === 'created')).toHaveLength(200);
		expect(unsent.length).toBeGreaterThan(1500);
		expect(posts().length).toBe((3000 - unsent.length) / 50);
	});

	it('sends everything when no more fail than may, and when it is not set', async () => {
		await bench.run(rowsWrongFrom(200, 100), parameters({ stopWhenFailed: 50 }));
		expect(posts()).toHaveLength(4);
		bench.sandbox.reset();
		campaign = bench.sandbox.addCampaign().id;
		await bench.run(rowsWrongFrom(200, 0), parameters({}));
		expect(posts()).toHaveLength(4);
	});

	it('stops at requests that are refused as a whole too, when the run goes on after them', async () => {
		bench.sandbox.faults.add({ kind: 'status', status: 400, times: 'always' });
		const { items } = await bench.run(customerRows(300), parameters({ stopWhenFailed: 50 }), {
			onError: 'continueRegularOutput',
		});
		expect(posts()).toHaveLength(2);
		const codes = jsonOf(items('Altur')).map(({ error_code }) => error_code);
		expect(codes.slice(100)).toEqual(Array(200).fill('NOT_SENT'));
	});

	it('says that it was ended early only when something was not sent', async () => {
		const { task } = await bench.run(rowsWrongFrom(100, 0), parameters({ stopWhenFailed: 50 }));
		expect(task('Altur').hints?.[0]?.message).toMatch(/^All 100 rows failed.* 100 failed, in 2 requests/);
		expect(task('Altur').hints?.[0]?.message).not.toContain('ended early');
	});

	it('goes on from there once the rows are right: what is in is skipped', async () => {
		await bench.run(rowsWrongFrom(300, 20), parameters({ stopWhenFailed: 50 }));
		const { items } = await bench.run(customerRows(300), parameters({ stopWhenFailed: 50 }));
		const statuses = jsonOf(items('Altur')).map(({ status }) => status);
		expect(statuses.slice(0, 20)).toEqual(Array(20).fill('skipped_duplicate'));
		expect(statuses.slice(20)).toEqual(Array(280).fill('created'));
	});

	it.each([0, 100, 'half'])(
		'says what is wrong with %p per cent before anything is sent',
		async (stopWhenFailed) => {
			const { run } = await bench.run(customerRows(1), parameters({ stopWhenFailed }));
			expect(run.data.resultData.error?.message).toBe(
				'Stop When Failed must be a whole number from 1 to 99.',
			);
			expect(posts()).toHaveLength(0);
		},
	);
});
