import type { INodeExecutionData } from 'n8n-workflow';
import { AlturBench, addParameters, jsonOf } from '../harness/altur';
import { withErrorOutput } from '../harness/errorOutput';

jest.setTimeout(60_000);

/** Two rows that Altur takes around two that it refuses, with a column that only the input has. */
const mixedRows: INodeExecutionData[] = [
	{ json: { phone: '+525510000000', name: 'Ana', id: 'a', city: 'Mérida' } },
	{ json: { phone: 'abc', name: 'Beto', id: 'b', city: 'León' } },
	{ json: { phone: '+525510000002', name: 'Caro', id: 'c', city: 'Puebla' } },
	{ json: { phone: '', name: 'Dani', id: 'd', city: 'Toluca' } },
];

describe('Add to Campaign, when rows are refused', () => {
	let bench: AlturBench;
	let campaign: number;

	beforeAll(async () => {
		bench = await AlturBench.start({ rateLimit: false });
	});
	beforeEach(() => {
		bench.sandbox.reset();
		campaign = bench.sandbox.addCampaign().id;
	});
	afterAll(async () => {
		await bench.stop();
	});

	it.each([undefined, 'stopWorkflow', 'continueRegularOutput'] as const)(
		'hands them on as data with On Error %p, without a key "error"',
		async (onError) => {
			const { items, run } = await bench.run(mixedRows, addParameters(campaign), { onError });
			expect(run.status).toBe('success');
			const results = jsonOf(items('Altur'));
			expect(results.map(({ status }) => status)).toEqual(['created', 'failed', 'created', 'failed']);
			expect(results.map(({ error_code }) => error_code)).toEqual([
				null,
				'INVALID_PHONE_NUMBER',
				null,
				'MISSING_CONTACT',
			]);
			expect(results.some((json) => 'error' in json)).toBe(false);
			expect(bench.posts()).toHaveLength(1);
		},
	);

	it('sends them to the error output with their input kept, and nothing else there', async () => {
		const { items, run } = await bench.run(
			mixedRows,
			addParameters(campaign),
			{ onError: 'continueErrorOutput' },
			withErrorOutput,
		);
		expect(run.status).toBe('success');
		expect(jsonOf(items('Added')).map(({ f_id, status, probed }) => [f_id, status, probed])).toEqual([
			['a', 'created', 'Mérida'],
			['c', 'created', 'Puebla'],
		]);
		expect(jsonOf(items('Refused'))).toMatchObject([
			{
				...mixedRows[1]?.json,
				probed: 'León',
				error: expect.stringContaining('Altur does not take "abc" as a phone number'),
				details: { status: 'failed', error_code: 'INVALID_PHONE_NUMBER', f_id: 'b' },
			},
			{
				...mixedRows[3]?.json,
				probed: 'Toluca',
				error: expect.stringContaining('The row has no phone number'),
				details: { error_code: 'MISSING_CONTACT' },
			},
		]);
	});

	it('keeps the branches apart when there is an error output too', async () => {
		const { items } = await bench.run(mixedRows, addParameters(campaign, { output: 'branches' }), {
			onError: 'continueErrorOutput',
		});
		const counts = [0, 1, 2, 3, 4].map((output) => items('Altur', output).length);
		expect(counts).toEqual([2, 0, 0, 0, 2]);
	});

	it('does not run again under Retry On Fail', async () => {
		const { run } = await bench.run(mixedRows.slice(1), addParameters(campaign), { retryOnFail: true });
		expect(run.status).toBe('success');
		expect(bench.posts()).toHaveLength(1);
	});
});
