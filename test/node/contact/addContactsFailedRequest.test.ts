import { AlturBench, addParameters, customerRows, jsonOf } from '../harness/altur';
import { withErrorOutput } from '../harness/errorOutput';

jest.setTimeout(60_000);

const oneRowEach = { options: { maxRetries: 0, batchSize: 1 } };

describe('Add to Campaign, when a request finally fails', () => {
	let bench: AlturBench;
	let campaign: number;

	beforeEach(async () => {
		bench = await AlturBench.start({ rateLimit: false });
		campaign = bench.sandbox.addCampaign().id;
	});
	afterEach(async () => {
		await bench.stop();
	});

	it('ends with one error that names the rows, what was added before, and that a retry is safe', async () => {
		bench.sandbox.faults.add({ kind: 'status', status: 500, skip: 2, times: 'always' });
		const parameters = addParameters(campaign, {
			options: { maxRetries: 0, batchSize: 2, requestsPerSecond: 4 },
		});
		const { run, task } = await bench.run(customerRows(7), parameters);
		expect(run.status).toBe('error');
		const error = task('Altur').error;
		expect(error?.name).toBe('NodeApiError');
		expect(error?.message).toBe('Altur could not take the request now, HTTP 500 [items 4 to 5]');
		expect(error?.description).toContain('4 of 7 contacts had reached Altur before; 3 had not.');
		expect(error?.description).toContain('A retry is safe');
		expect(error?.context).toMatchObject({ code: 'UNAVAILABLE' });
		expect(error?.context).not.toHaveProperty('itemIndex', expect.anything());
		expect(bench.sandbox.state().campaigns[0]?.contactCount).toBe(4);
	});

	it('names the campaign that Altur does not have, and what to do', async () => {
		const { task } = await bench.run(customerRows(1), addParameters(999));
		expect(task('Altur').error?.message).toMatch(/^Altur has no campaign 999.* \[item 0\]$/);
		expect(task('Altur').error?.description).toMatch(/^Pick one from the list, or check the ID\./);
		expect(bench.posts()).toHaveLength(1);
	});

	it('makes its rows failed with On Error: Continue, and goes on', async () => {
		bench.sandbox.faults.add({ kind: 'status', status: 500, skip: 1 });
		const rows = customerRows(3).map(({ json }) => ({
			json: { ...json, phone: String(json.phone).replace('+5255', '+52 (55) ') },
		}));
		const { items, run } = await bench.run(rows, addParameters(campaign, oneRowEach), {
			onError: 'continueRegularOutput',
		});
		expect(run.status).toBe('success');
		const results = jsonOf(items('Altur'));
		expect(results.map(({ status }) => status)).toEqual(['created', 'failed', 'created']);
		expect(results[1]).toMatchObject({
			contact: '+525510000001',
			campaign_id: campaign,
			f_id: 'crm-1',
			error_code: 'UNAVAILABLE',
			error_message: expect.stringContaining('HTTP 500'),
		});
		expect('error' in (results[1] ?? {})).toBe(false);
	});

	it('sends its rows to the error output when that is on', async () => {
		bench.sandbox.faults.add({ kind: 'status', status: 500, skip: 1 });
		const { items } = await bench.run(
			customerRows(3),
			addParameters(campaign, oneRowEach),
			{ onError: 'continueErrorOutput' },
			withErrorOutput,
		);
		expect(jsonOf(items('Added')).map(({ f_id }) => f_id)).toEqual(['crm-0', 'crm-2']);
		expect(jsonOf(items('Refused'))).toMatchObject([
			{ id: 'crm-1', error: expect.stringContaining('HTTP 500'), details: { error_code: 'UNAVAILABLE' } },
		]);
	});

	it('does not go on after three requests in a row came to nothing, and says of every row why', async () => {
		bench.sandbox.faults.add({ kind: 'status', status: 503, times: 'always' });
		const { items } = await bench.run(customerRows(30), addParameters(campaign, oneRowEach), {
			onError: 'continueRegularOutput',
		});
		expect(bench.posts().length).toBeLessThan(10);
		const results = jsonOf(items('Altur'));
		expect(results).toHaveLength(30);
		expect(results.every(({ status }) => status === 'failed')).toBe(true);
		expect(results.at(-1)).toMatchObject({
			error_code: 'NOT_SENT',
			error_message: expect.stringMatching(/^The row was not sent\. An earlier request failed: .*HTTP 503/),
		});
	});

	it('gives the rows of each campaign their own reason', async () => {
		bench.sandbox.faults.add({ kind: 'status', status: 500 });
		const rows = customerRows(6).map(({ json }, row) => ({
			json: { ...json, campaign: row % 2 ? 998 : campaign },
		}));
		const campaignId = { __rl: true, mode: 'id', value: '={{ $json.campaign }}' };
		const { items } = await bench.run(rows, addParameters(0, { campaignId, ...oneRowEach }), {
			onError: 'continueRegularOutput',
		});
		expect(jsonOf(items('Altur')).map(({ status, error_message }) => error_message ?? status)).toEqual([
			expect.stringContaining('HTTP 500'),
			expect.stringContaining('campaign 998'),
			'created',
			expect.stringContaining('campaign 998'),
			'created',
			expect.stringContaining('campaign 998'),
		]);
	});

	it.each([5, 300])(
		'does not keep the rows of good campaigns back because of bad ones, at a latency of %i ms',
		async (ms) => {
			bench.sandbox.faults.add({ kind: 'latency', ms, times: 'always' });
			const rows = customerRows(40).map(({ json }, row) => ({
				json: { ...json, campaign: row < 8 ? [996, 996, 997, 998][row % 4] : campaign },
			}));
			const campaignId = { __rl: true, mode: 'id', value: '={{ $json.campaign }}' };
			const { items } = await bench.run(rows, addParameters(0, { campaignId, ...oneRowEach }), {
				onError: 'continueRegularOutput',
			});
			const statuses = jsonOf(items('Altur')).map(({ status }) => status);
			expect(statuses).toEqual([...Array(8).fill('failed'), ...Array(32).fill('created')]);
		},
	);

	it('says how the connection ended', async () => {
		bench.sandbox.faults.add({ kind: 'resetBefore' });
		const { task } = await bench.run(
			customerRows(1),
			addParameters(campaign, { options: { maxRetries: 0 } }),
		);
		expect(task('Altur').error?.message).toContain('The connection broke off');
		expect(task('Altur').error?.description).toContain(
			'Altur may have added contacts of the failed request too.',
		);
	});
});
