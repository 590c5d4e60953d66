import { z } from 'zod';
import { startAlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import type { AlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import { ask } from './alturClient';

let sandbox: AlturSandbox;
beforeAll(async () => {
	sandbox = await startAlturSandbox({ rateLimit: false });
});
beforeEach(() => {
	sandbox.reset();
});
afterAll(() => sandbox.close());

const page = z.object({
	total_count: z.number(),
	campaigns: z.array(z.object({ id: z.number() })),
	pagination: z.object({
		has_next: z.boolean(),
		has_previous: z.boolean(),
		next_cursor: z.string().optional(),
		previous_cursor: z.string().optional(),
	}),
});

async function list(query: string) {
	const { total_count, campaigns, pagination } = page.parse(
		(await ask(sandbox, `GET /campaigns?${query}`)).json,
	);
	return { total_count, ids: campaigns.map(({ id }) => id), pagination };
}

it('shows an item with flat cycle fields and without the success key', async () => {
	sandbox.addCampaign({
		id: 12,
		created_at: '2026-06-01T15:00:00.000Z',
		first_message: 'Hi',
		cycles: { enabled: true, mode: 'cooldown', max_iterations: 3, cooldown_minutes: 30 },
	});
	expect((await ask(sandbox, 'GET /campaigns')).json).toEqual({
		total_count: 1,
		campaigns: [
			{
				id: 12,
				name: 'Reactivation',
				status: 'pending',
				created_at: '2026-06-01T15:00:00.000Z',
				started_at: null,
				ended_at: null,
				agent: { id: '6c4951e6-9877-4d7c-88d7-56b4948d3cce', name: 'Sofía' },
				timezone: 'America/Mexico_City',
				retries: 1,
				archived: false,
				first_message: 'Hi',
				concurrency_limit: 1,
				cycle_enabled: true,
				cycle_max_iterations: 3,
				cycle_cooldown_minutes: 30,
				cycle_filter_statuses: [],
				cycle_filter_tags: [],
				cycle_current_iteration: 0,
			},
		],
		pagination: { has_next: false, has_previous: false },
	});
});

it('walks through all pages by cursor, newest first, and back again', async () => {
	for (let id = 1; id <= 7; id += 1) sandbox.addCampaign({ id });
	const first = await list('pageSize=3');
	expect([first.total_count, first.ids]).toEqual([7, [7, 6, 5]]);
	const second = await list(`pageSize=3&cursor=${String(first.pagination.next_cursor)}`);
	expect([second.ids, second.pagination.has_previous]).toEqual([[4, 3, 2], true]);
	const third = await list(`pageSize=3&cursor=${String(second.pagination.next_cursor)}`);
	expect([third.ids, third.pagination.has_next, third.pagination.next_cursor]).toEqual([
		[1],
		false,
		undefined,
	]);
	const back = await list(`pageSize=3&cursor=${String(third.pagination.previous_cursor)}`);
	expect(back.ids).toEqual([4, 3, 2]);
	const start = await list(`pageSize=3&cursor=${String(back.pagination.previous_cursor)}`);
	expect([start.ids, start.pagination.has_previous]).toEqual([[7, 6, 5], false]);
});

it('gives 50 campaigns to a page, and at most 100', async () => {
	for (let id = 1; id <= 120; id += 1) sandbox.addCampaign({ id });
	expect((await list('')).ids).toHaveLength(50);
	expect((await list('pageSize=100')).ids).toHaveLength(100);
});

it('filters by agent, status, channel, archived and creation time', async () => {
	sandbox.reset('demo');
	expect((await list('')).ids).toEqual([1238, 1237, 1236, 1235, 1234]);
	expect((await list('agentId=2f6d0c1e-4b7a-4a53-9c1f-0d9e8b7a6c51')).ids).toEqual([1238, 1237]);
	expect((await list('status=ready')).ids).toEqual([1235]);
	expect((await list('integration=whatsapp')).ids).toEqual([1235]);
	expect((await list('archived=true')).ids).toEqual([1239, 1238, 1237, 1236, 1235, 1234]);
	expect((await list('startDate=2026-06-01&endDate=2026-06-30T23:59:59Z')).ids).toEqual([1236, 1235]);
});

it('filters by the time of creation, start and end, by either end alone', async () => {
	sandbox.addCampaign({ id: 1, created_at: '2026-04-01T09:00:00.000Z' });
	sandbox.addCampaign({
		id: 2,
		created_at: '2026-05-01T09:00:00.000Z',
		started_at: '2026-05-02T09:00:00.000Z',
		ended_at: '2026-05-20T09:00:00.000Z',
	});
	expect((await list('createdAfter=2026-05-01T09:00:00Z')).ids).toEqual([2]);
	expect((await list('createdBefore=2026-04-30')).ids).toEqual([1]);
	expect((await list('startDate=2026-04-15')).ids).toEqual([2]);
	expect((await list('startedAfter=2026-01-01')).ids).toEqual([2]);
	expect((await list('startedBefore=2026-05-02')).ids).toEqual([]);
	expect((await list('endedBefore=2026-06-01')).ids).toEqual([2]);
	expect((await list('endedAfter=2026-05-21')).ids).toEqual([]);
});

it.each([
	'search=promo',
	'name=Promo',
	'pageSize=0',
	'pageSize=101',
	'pageSize=ten',
	'status=done',
	'integration=sms',
	'agentId=sofia',
	'archived=1',
	'direction=next',
	'cursor=abc',
	'startDate=2026-06-02&endDate=2026-06-01',
	'createdAfter=2026-06-01&createdBefore=2026-06-01',
	'startedAfter=2026-06-02&startedBefore=2026-06-01',
	'endedAfter=2026-06-02&endedBefore=2026-06-01',
	'startDate=01.06.2026',
	'pageSize=1&pageSize=2',
])('refuses the query %s', async (query) => {
	const answer = await ask(sandbox, `GET /campaigns?${query}`);
	const lists = z.record(z.array(z.string()).nonempty());
	expect([answer.status, Object.keys(lists.parse(answer.json))]).toEqual([400, [expect.any(String)]]);
});

it('says what is wrong with a query by its parameter, and of a range as a whole', async () => {
	const wrong = 'pageSize=101&status=done&name=Promo';
	expect((await ask(sandbox, `GET /campaigns?${wrong}`)).json).toEqual({
		name: ['Unknown field.'],
		pageSize: ['Ensure this value is less than or equal to 100.'],
		status: ['"done" is not a valid choice.'],
	});
	const range = 'createdAfter=2026-06-02&createdBefore=2026-06-01';
	expect((await ask(sandbox, `GET /campaigns?${range}`)).json).toEqual({
		non_field_errors: ['The date range is not valid.'],
	});
});

it('can name the concurrency as some renderings of the pages do', async () => {
	const older = await startAlturSandbox({ concurrencyKey: 'concurrency' });
	try {
		older.addCampaign();
		const { json, text } = await ask(older, 'GET /campaigns');
		expect(json).toMatchObject({ campaigns: [{ concurrency: 1 }] });
		expect(text).not.toContain('concurrency_limit');
	} finally {
		await older.close();
	}
});
