import { AlturBench, addParameters, customerRows, jsonOf } from '../harness/altur';

jest.setTimeout(60_000);

describe('Add to Campaign', () => {
	let bench: AlturBench;

	beforeAll(async () => {
		bench = await AlturBench.start({ rateLimit: false });
	});
	beforeEach(() => {
		bench.sandbox.reset();
	});
	afterAll(async () => {
		await bench.stop();
	});

	const contactsOf = (campaignId: number) =>
		bench.sandbox.state().campaigns.find(({ id }) => id === campaignId)?.contacts ?? [];

	it.each([
		[1, 1],
		[999, 1],
		[1000, 1],
		[1001, 2],
		[25_000, 25],
	])('sends %i rows in %i requests and gives one result per row, in order', async (rows, requests) => {
		const { id } = bench.sandbox.addCampaign();
		const { items } = await bench.run(
			customerRows(rows),
			addParameters(id),
			{},
			{
				nodes: [
					{ name: 'After', type: 'test.probe', parameters: { value: "={{ $('Rows').item.json.id }}" } },
				],
			},
		);
		expect(bench.posts()).toHaveLength(requests);
		const results = jsonOf(items('After'));
		expect(results).toHaveLength(rows);
		expect(results.map(({ f_id }) => f_id)).toEqual(Array.from({ length: rows }, (_, row) => `crm-${row}`));
		expect(results.every(({ probed, f_id }) => probed === f_id)).toBe(true);
	});

	it('hands on what Altur says of each contact', async () => {
		const { id } = bench.sandbox.addCampaign();
		const { items, task } = await bench.run(customerRows(2), addParameters(id));
		expect(items('Altur')[1]).toEqual({
			json: {
				status: 'created',
				contact: '+525510000001',
				error_message: null,
				error_code: null,
				f_id: 'crm-1',
				id: '2',
				campaign_id: id,
			},
			pairedItem: { item: 1 },
		});
		const inTheTable = ['status', 'contact', 'error_message', 'error_code', 'f_id', 'id', 'campaign_id'];
		expect(Object.keys(jsonOf(items('Altur'))[1] ?? {})).toEqual(inTheTable);
		expect(task('Altur').hints).toEqual([
			{ type: 'info', location: 'outputPane', message: expect.stringMatching(/^2 created, in 1 request/) },
		]);
	});

	it('sends the fields that Altur names, as text, and leaves empty ones out', async () => {
		const { id } = bench.sandbox.addCampaign();
		const rows = [
			{ json: { phone: '+525510000000', name: 'Ana', id: 77, note: 'VIP' } },
			{ json: { phone: '+525510000001', name: '', id: null } },
		];
		const columns = { contact: '={{ $json.phone }}', name: '={{ $json.name }}', f_id: '={{ $json.id }}' };
		await bench.run(
			rows,
			addParameters(id, {
				columns: { mappingMode: 'defineBelow', value: { ...columns, context: '={{ $json.note }}' } },
			}),
		);
		expect(bench.posts()[0]?.body).toEqual({
			if_duplicate: 'skip',
			contacts: [
				{ contact: '+525510000000', name: 'Ana', context: 'VIP', f_id: '77' },
				{ contact: '+525510000001' },
			],
		});
		expect(bench.posts()[0]?.path).toBe(`/api/v1.0/campaigns/${id}/contacts`);
		expect(bench.posts()[0]?.idempotencyKey).toMatch(/^[\da-f]{8}-[\da-f]{4}-5/);
	});

	it('matches results to rows by their index when Altur mixes them up', async () => {
		const { id } = bench.sandbox.addCampaign();
		bench.sandbox.faults.add({ kind: 'shuffleResults' }, { kind: 'duplicateResults', indexes: [1] });
		const { items } = await bench.run(customerRows(6), addParameters(id));
		const expected = customerRows(6).map(({ json }) => json.phone);
		expect(jsonOf(items('Altur')).map(({ contact }) => contact)).toEqual(expected);
		expect(jsonOf(items('Altur')).map(({ id: stored }) => stored)).toEqual(['1', '2', '3', '4', '5', '6']);
	});

	it('reports a row that the answer leaves out as failed, NO_RESULT', async () => {
		const { id } = bench.sandbox.addCampaign();
		bench.sandbox.faults.add({ kind: 'dropResults', indexes: [1] });
		const { items } = await bench.run(customerRows(3), addParameters(id));
		const results = jsonOf(items('Altur'));
		expect(results.map(({ status }) => status)).toEqual(['created', 'failed', 'created']);
		expect(results[1]).toMatchObject({
			error_code: 'NO_RESULT',
			error_message: expect.stringContaining('running it again is safe'),
			contact: '+525510000001',
		});
	});

	it('brings rows of two alternating campaigns each to its own', async () => {
		const campaigns = [bench.sandbox.addCampaign(), bench.sandbox.addCampaign()];
		const rows = customerRows(2001).map(({ json }, row) => ({
			json: { ...json, campaign: campaigns[row % 2]?.id },
		}));
		const campaignId = { __rl: true, mode: 'id', value: '={{ $json.campaign }}' };
		const { items } = await bench.run(rows, addParameters(0, { campaignId }));
		expect(bench.posts()).toHaveLength(3);
		expect(campaigns.map(({ id }) => contactsOf(id).length)).toEqual([1001, 1000]);
		const results = jsonOf(items('Altur'));
		expect(results.map(({ f_id }) => f_id)).toEqual(customerRows(2001).map(({ json }) => json.id));
		expect(results.map(({ campaign_id }) => campaign_id)).toEqual(rows.map(({ json }) => json.campaign));
	});

	it('does nothing without rows: no request, no output, no error', async () => {
		const { id } = bench.sandbox.addCampaign();
		const { run } = await bench.run([], addParameters(id));
		expect(run.status).toBe('success');
		expect(run.data.resultData.runData.Altur).toBeUndefined();
		expect(bench.sandbox.requests).toHaveLength(0);
	});
});
