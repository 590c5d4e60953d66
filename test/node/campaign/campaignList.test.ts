import type { NodeParameterValueType } from 'n8n-workflow';
import { AlturBench, jsonOf } from '../harness/altur';
import { byId, rowsOf } from '../harness/campaignForms';

const anItem = rowsOf([{}]);
const list = (more: Record<string, NodeParameterValueType> = {}) => ({
	resource: 'campaign',
	operation: 'getAll',
	...more,
});

describe('Campaign: Get Many', () => {
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

	const queries = () => bench.sandbox.requests.map(({ query }) => query);
	const ids = async (form: Record<string, NodeParameterValueType>) => {
		const { items } = await bench.run(anItem, list(form));
		return jsonOf(items('Altur')).map(({ id }) => id);
	};

	it('returns the newest 50 when nothing else is said', async () => {
		for (let id = 1; id <= 120; id++) bench.sandbox.addCampaign({ id });
		expect(await ids({})).toEqual(Array.from({ length: 50 }, (_, index) => 120 - index));
		expect(queries()).toEqual([{ pageSize: '50' }]);
	});

	it.each([
		['a limit', { limit: 130 }, 130, 2],
		['everything', { returnAll: true }, 250, 3],
	])('reads page after page for %s', async (_, form, expected, requests) => {
		for (let id = 1; id <= 250; id++) bench.sandbox.addCampaign({ id });
		expect(await ids(form)).toEqual(Array.from({ length: expected }, (__, index) => 250 - index));
		expect(queries()).toHaveLength(requests);
	});

	it('hands on every field that Altur gives when Simplify is off, and the main ones, flat, when it is on', async () => {
		bench.sandbox.addCampaign({ id: 1, name: 'Q2', created_at: '2026-04-06T15:00:00.000Z' });
		const full = await bench.run(anItem, list({ simplify: false }));
		expect(jsonOf(full.items('Altur'))).toEqual([
			expect.objectContaining({
				id: 1,
				cycle_enabled: false,
				agent: expect.anything(),
				concurrency_limit: 1,
			}),
		]);
		const simple = await bench.run(anItem, list());
		expect(jsonOf(simple.items('Altur'))).toEqual([
			{
				id: 1,
				name: 'Q2',
				status: 'pending',
				archived: false,
				created_at: '2026-04-06T15:00:00.000Z',
				started_at: null,
				ended_at: null,
				concurrency_limit: 1,
				timezone: 'America/Mexico_City',
				agent_id: '6c4951e6-9877-4d7c-88d7-56b4948d3cce',
				agent_name: 'Sofía',
			},
		]);
	});

	it.each(['concurrency_limit', 'concurrency'])(
		'reads the concurrency of a campaign by the name %s',
		async (name) => {
			const body = { campaigns: [{ id: 1, name: 'Q2', [name]: 12 }], pagination: { has_next: false } };
			bench.sandbox.faults.add({ kind: 'status', status: 200, body });
			const { items } = await bench.run(anItem, list());
			expect(jsonOf(items('Altur'))).toEqual([{ id: 1, name: 'Q2', concurrency_limit: 12 }]);
		},
	);

	it('filters by agent, status, channel and archived', async () => {
		const mateo = { id: '2f6d0c1e-4b7a-4a53-9c1f-0d9e8b7a6c51', name: 'Mateo' };
		bench.sandbox.addCampaign({ id: 1, agent: mateo });
		bench.sandbox.addCampaign({ id: 2, status: 'active' });
		bench.sandbox.addCampaign({ id: 3, integration: { id: 'iwa_1', type: 'whatsapp' } });
		bench.sandbox.addCampaign({ id: 4, archived: true });
		expect(await ids({ filters: { agentId: byId(mateo.id) } })).toEqual([1]);
		expect(await ids({ filters: { status: 'active' } })).toEqual([2]);
		expect(await ids({ filters: { integrationType: 'whatsapp' } })).toEqual([3]);
		expect(await ids({ filters: { archived: true } })).toEqual([4, 3, 2, 1]);
		expect(await ids({ filters: { archived: false } })).toEqual([3, 2, 1]);
		expect(queries().map(({ pageSize, ...filters }) => ({ pageSize, ...filters }))).toEqual([
			{ pageSize: '50', agentId: mateo.id },
			{ pageSize: '50', status: 'active' },
			{ pageSize: '50', integration: 'whatsapp' },
			{ pageSize: '50', archived: 'true' },
			{ pageSize: '50' },
		]);
	});

	it('filters by when campaigns were created, started and ended, by either end alone', async () => {
		bench.sandbox.addCampaign({ id: 1, created_at: '2026-04-06T15:00:00.000Z' });
		bench.sandbox.addCampaign({
			id: 2,
			created_at: '2026-06-06T15:00:00.000Z',
			started_at: '2026-06-07T15:00:00.000Z',
			ended_at: '2026-06-20T15:00:00.000Z',
		});
		expect(await ids({ filters: { createdAfter: '2026-05-01T00:00:00' } })).toEqual([2]);
		expect(await ids({ filters: { createdBefore: '2026-05-01' } })).toEqual([1]);
		const span = { createdAfter: '2026-04-01', createdBefore: '={{ DateTime.fromISO("2026-07-01") }}' };
		expect(await ids({ filters: span })).toEqual([2, 1]);
		expect(await ids({ filters: { startedAfter: '2026-06-01', endedBefore: '2026-07-01' } })).toEqual([2]);
		expect(await ids({ filters: { startedBefore: '2026-06-01' } })).toEqual([]);
		expect(await ids({ filters: { endedAfter: '2026-06-30' } })).toEqual([]);
		expect(queries()).toEqual([
			{ pageSize: '50', createdAfter: '2026-05-01T00:00:00.000Z' },
			{ pageSize: '50', createdBefore: '2026-05-01T00:00:00.000Z' },
			{ pageSize: '50', createdAfter: '2026-04-01T00:00:00.000Z', createdBefore: '2026-07-01T00:00:00.000Z' },
			{ pageSize: '50', startedAfter: '2026-06-01T00:00:00.000Z', endedBefore: '2026-07-01T00:00:00.000Z' },
			{ pageSize: '50', startedBefore: '2026-06-01T00:00:00.000Z' },
			{ pageSize: '50', endedAfter: '2026-06-30T00:00:00.000Z' },
		]);
	});

	it.each([
		[
			'a date',
			{ createdAfter: '={{ "soon" }}' },
			'Created After must be a date such as 2026-08-31 or 2026-08-31T09:00',
		],
		[
			'dates in order',
			{ createdAfter: '2026-07-01', createdBefore: '2026-05-01' },
			'Created Before must be later than Created After',
		],
		[
			'dates in order, also of the end',
			{ endedAfter: '2026-07-01', endedBefore: '2026-07-01' },
			'Ended Before must be later than Ended After',
		],
	])('asks for %s and sends nothing', async (_, filters, message) => {
		const { run } = await bench.run(anItem, list({ filters }));
		expect(run.data.resultData.error?.message).toBe(`${message} [item 0]`);
		expect(queries()).toEqual([]);
	});

	it('refuses a limit that is none', async () => {
		const { run } = await bench.run(anItem, list({ limit: 0 }));
		expect(run.data.resultData.error?.message).toBe('Limit must be a whole number from 1 up [item 0]');
	});

	it('stops at a page whose cursor leads back to itself', async () => {
		const body = { campaigns: [{ id: 1 }], pagination: { has_next: true, next_cursor: 'same' } };
		bench.sandbox.faults.add({ kind: 'status', status: 200, body, times: 'always' });
		expect(await ids({ returnAll: true })).toEqual([1]);
	});
});
