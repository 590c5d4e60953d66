import { AlturBench, jsonOf } from '../harness/altur';
import { campaignParameters, rowsOf } from '../harness/campaignForms';

const anItem = rowsOf([{}]);

describe('Campaign: Get, Activate, Pause, Resume, Archive', () => {
	let bench: AlturBench;

	beforeAll(async () => {
		bench = await AlturBench.start({ rateLimit: false });
	});
	beforeEach(() => {
		bench.sandbox.reset();
		jest.spyOn(Math, 'random').mockReturnValue(0.001);
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});
	afterAll(async () => {
		await bench.stop();
	});

	const sent = () =>
		bench.sandbox.requests.map(({ method, path }) => `${method} ${path.replace('/api/v1.0', '')}`);
	const only = () => bench.sandbox.state().campaigns[0];

	it.each([
		['activate', 'pending', 'active'],
		['activate', 'ready', 'active'],
		['activate', 'cooldown', 'active'],
		['pause', 'active', 'inactive'],
		['pause', 'cooldown', 'inactive'],
		['pause', 'inactive', 'inactive'],
		['resume', 'inactive', 'active'],
		['resume', 'active', 'active'],
	] as const)('%s brings a campaign from %s to %s', async (operation, from, to) => {
		bench.sandbox.addCampaign({ id: 7, status: from });
		const { items } = await bench.run(anItem, campaignParameters(operation, 7));
		expect(sent()).toEqual([`POST /campaigns/7/${operation}`]);
		expect(bench.sandbox.requests[0]).not.toHaveProperty('body');
		expect(jsonOf(items('Altur'))).toEqual([expect.objectContaining({ id: 7, status: to })]);
		expect(only()).toMatchObject({ status: to, archived: false });
	});

	it('archives a campaign whatever its status', async () => {
		bench.sandbox.addCampaign({ id: 7, status: 'finished' });
		const { items } = await bench.run(anItem, campaignParameters('archive', 7));
		expect(jsonOf(items('Altur'))).toEqual([expect.objectContaining({ id: 7, status: 'finished' })]);
		expect(only()).toMatchObject({ archived: true });
	});

	it('gets a campaign per item, with its analytics', async () => {
		bench.sandbox.addCampaign({ id: 7, analytics: { calls: 412 } });
		bench.sandbox.addCampaign({ id: 8, name: 'Promo June' });
		const { items } = await bench.run(
			rowsOf([{ id: 8 }, { id: 7 }]),
			campaignParameters('get', '={{ $json.id }}'),
		);
		expect(items('Altur')).toEqual([
			{ json: expect.objectContaining({ id: 8, name: 'Promo June' }), pairedItem: { item: 0 } },
			{ json: expect.objectContaining({ id: 7, analytics: { calls: 412 } }), pairedItem: { item: 1 } },
		]);
	});

	it('gets everything that Altur knows of a campaign, with one request more, also of an archived one', async () => {
		bench.sandbox.addCampaign({ id: 6 });
		bench.sandbox.addCampaign({
			id: 7,
			archived: true,
			description: 'Wave 2',
			retries: 3,
			cycles: { enabled: true, mode: 'cooldown' },
		});
		bench.sandbox.addCampaign({ id: 8 });
		const { items } = await bench.run(anItem, campaignParameters('get', 7, { returnEverything: true }));
		expect(jsonOf(items('Altur'))).toEqual([
			expect.objectContaining({
				id: 7,
				description: 'Wave 2',
				retries: 3,
				timezone: 'America/Mexico_City',
				archived: true,
				integration: { id: 'iph_8YqL3mZxR1tV0nKfH9bA', type: 'phone_call' },
				cycles: expect.objectContaining({ mode: 'cooldown' }),
				cycle_enabled: true,
			}),
		]);
		expect(sent()).toEqual(['GET /campaigns/7', 'GET /campaigns']);
	});

	it.each([
		['has no such campaign', { campaigns: [], pagination: { has_next: false } }, 200],
		['cannot be read', { error: 404, message: 'Not found.' }, 404],
	])('gets what there is of a campaign, and says so, when the list %s', async (_, body, status) => {
		bench.sandbox.addCampaign({ id: 7 });
		bench.sandbox.faults.add({ kind: 'status', status, body, match: { path: '/campaigns$' } });
		const { items, task } = await bench.run(
			anItem,
			campaignParameters('get', 7, { returnEverything: 'true' }),
		);
		expect(jsonOf(items('Altur'))).toEqual([expect.objectContaining({ id: 7, status: 'pending' })]);
		expect(task('Altur').hints).toEqual([
			{
				type: 'warning',
				location: 'outputPane',
				message:
					"Altur's list did not give campaign 7, so what Altur tells only there (description, time zone, retries and more) is missing.",
			},
		]);
	});

	it('does not read the whole list for a campaign that does not say when it was created', async () => {
		const body = { success: true, campaign: { id: 7, name: 'Q2' } };
		bench.sandbox.faults.add({ kind: 'status', status: 200, body });
		const { items } = await bench.run(anItem, campaignParameters('get', 7, { returnEverything: true }));
		expect(jsonOf(items('Altur'))).toEqual([{ id: 7, name: 'Q2' }]);
		expect(sent()).toEqual(['GET /campaigns/7']);
	});

	it('takes an activation for done when Altur says after a broken connection that the campaign is active', async () => {
		bench.sandbox.addCampaign({ id: 7 });
		bench.sandbox.faults.add({ kind: 'resetAfter' });
		const { items, run } = await bench.run(anItem, campaignParameters('activate', 7));
		expect(run.status).toBe('success');
		expect(jsonOf(items('Altur'))).toEqual([expect.objectContaining({ id: 7, status: 'active' })]);
		expect(sent()).toEqual(['POST /campaigns/7/activate', 'POST /campaigns/7/activate', 'GET /campaigns/7']);
	});

	it('does not fail under Retry On Fail at the campaigns that the first try activated', async () => {
		for (const id of [1, 2, 3]) bench.sandbox.addCampaign({ id });
		bench.sandbox.faults.add({ kind: 'status', status: 400, body: {}, match: { path: '/3/activate' } });
		const { items, run } = await bench.run(
			rowsOf([{ id: 1 }, { id: 2 }, { id: 3 }]),
			campaignParameters('activate', '={{ $json.id }}'),
			{ retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
		);
		expect(run.status).toBe('success');
		expect(jsonOf(items('Altur')).map(({ id, status }) => [id, status])).toEqual([
			[1, 'active'],
			[2, 'active'],
			[3, 'active'],
		]);
	});

	it('takes a campaign that is active already for activated, so that a schedule can run again', async () => {
		bench.sandbox.addCampaign({ id: 7, status: 'active' });
		const { items } = await bench.run(anItem, campaignParameters('activate', 7));
		expect(jsonOf(items('Altur'))).toEqual([expect.objectContaining({ id: 7, status: 'active' })]);
		expect(sent()).toEqual(['POST /campaigns/7/activate', 'GET /campaigns/7']);
	});

	it.each(['finished', 'inactive'] as const)(
		'does not take a campaign for activated that is %s',
		async (status) => {
			bench.sandbox.addCampaign({ id: 7, status });
			const { run } = await bench.run(anItem, campaignParameters('activate', 7));
			expect(run.data.resultData.error?.message).toBe(
				`The status of campaign 7 is ${status}, so it cannot be activated [item 0]`,
			);
		},
	);

	it('says that a campaign is active already when that is to be an error', async () => {
		bench.sandbox.addCampaign({ id: 7, status: 'active' });
		const { run } = await bench.run(anItem, campaignParameters('activate', 7, { succeedIfActive: false }));
		expect(run.data.resultData.error?.message).toBe(
			'The status of campaign 7 is active, so it cannot be activated [item 0]',
		);
		expect(sent()).toEqual(['POST /campaigns/7/activate']);
	});

	it('leaves the other nine done, paired and in order, when one item of ten is bad', async () => {
		for (let id = 1; id <= 10; id++) if (id !== 4) bench.sandbox.addCampaign({ id });
		const rows = rowsOf(
			Array.from({ length: 10 }, (_, index) => ({ id: index + 1, deal: `D-${index + 1}` })),
		);
		const { items } = await bench.run(rows, campaignParameters('activate', '={{ $json.id }}'), {
			onError: 'continueRegularOutput',
		});
		expect(items('Altur').map(({ pairedItem }) => pairedItem)).toEqual(rows.map((_, item) => ({ item })));
		expect(jsonOf(items('Altur')).map(({ id, error }) => id ?? error)).toEqual([
			1,
			2,
			3,
			'Altur has no campaign 4 [item 3]',
			5,
			6,
			7,
			8,
			9,
			10,
		]);
		expect(bench.sandbox.state().campaigns.every(({ status }) => status === 'active')).toBe(true);
	});

	it.each([
		['that Altur refuses', 4],
		['that the form refuses', 'four'],
	])('sends one item of ten %s to the error output with its input, and the others on', async (_, bad) => {
		for (let id = 1; id <= 10; id++) if (id !== 4) bench.sandbox.addCampaign({ id });
		const rows = rowsOf(
			Array.from({ length: 10 }, (__, index) => ({
				campaign: index === 3 ? bad : index + 1,
				deal: `D-${index + 1}`,
			})),
		);
		const { items } = await bench.run(rows, campaignParameters('activate', '={{ $json.campaign }}'), {
			onError: 'continueErrorOutput',
		});
		expect(jsonOf(items('Altur')).map(({ id }) => id)).toEqual([1, 2, 3, 5, 6, 7, 8, 9, 10]);
		expect(items('Altur').map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 4, 5, 6, 7, 8, 9].map((item) => ({ item })),
		);
		expect(jsonOf(items('Altur', 1))).toEqual([
			expect.objectContaining({ campaign: bad, deal: 'D-4', error: expect.stringContaining('[item 3]') }),
		]);
	});

	it('stops asking when the key is refused, and says so for each item', async () => {
		bench.sandbox.addCampaign({ id: 7 });
		bench.sandbox.faults.add({ kind: 'echoAuthorization', times: 'always' });
		const { items } = await bench.run(rowsOf([{}, {}, {}, {}, {}]), campaignParameters('get', 7), {
			onError: 'continueRegularOutput',
		});
		expect(sent()).toHaveLength(1);
		const errors = jsonOf(items('Altur')).map(({ error }) => String(error));
		expect(errors[0]).toBe('Altur does not accept the API key [item 0]');
		expect(errors[4]).toBe(
			'The item was not sent, because an earlier request failed: Altur does not accept the API key [item 4]',
		);
		expect(JSON.stringify(items('Altur'))).not.toContain(bench.sandbox.apiKey);
	});

	it('makes no request, no output and no error without input', async () => {
		const { run } = await bench.run([], campaignParameters('activate', 7));
		expect(run.status).toBe('success');
		expect(sent()).toEqual([]);
	});

	it('sends no further request after Stop', async () => {
		for (let id = 1; id <= 5; id++) bench.sandbox.addCampaign({ id });
		bench.sandbox.faults.add({ kind: 'latency', ms: 300, times: 'always' });
		const started = bench.start(
			rowsOf([1, 2, 3, 4, 5].map((id) => ({ id }))),
			campaignParameters('activate', '={{ $json.id }}'),
		);
		while (sent().length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
		started.cancel();
		await started.finished;
		const atStop = sent().length;
		await new Promise((resolve) => setTimeout(resolve, 700));
		expect(sent()).toHaveLength(atStop);
		expect(atStop).toBeLessThan(4);
	});
});
