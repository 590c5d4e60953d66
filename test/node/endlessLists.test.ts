import { AlturBench, jsonOf } from './harness/altur';
import { byId, rowsOf } from './harness/campaignForms';

const anItem = rowsOf([{}]);
const campaigns = { resource: 'campaign', operation: 'getAll' };
const contacts = { resource: 'contact', operation: 'getAll', campaignId: byId(7) };

describe('A list of Altur that does not end', () => {
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

	const page = (body: object, times: 1 | 'always' = 1) => {
		bench.sandbox.faults.add({ kind: 'status', status: 200, body, times });
	};
	const warning = (count: number) => [
		{
			type: 'warning',
			location: 'outputPane',
			message: `A list of Altur came to a page that was read before, so it was read no further. The ${count} entries before it are here; there may be more.`,
		},
	];
	const campaignPage = (id: number | undefined, next_cursor: string) => ({
		campaigns: id === undefined ? [] : [{ id }],
		pagination: { has_next: true, next_cursor },
	});

	it('is read up to a cursor that points back, and says so', async () => {
		page(campaignPage(1, 'b'));
		page(campaignPage(2, 'c'));
		page(campaignPage(3, 'b'), 'always');
		const { items, task } = await bench.run(anItem, { ...campaigns, returnAll: true });
		expect(jsonOf(items('Altur')).map(({ id }) => id)).toEqual([1, 2, 3]);
		expect(bench.sandbox.requests).toHaveLength(3);
		expect(task('Altur').hints).toEqual(warning(3));
	});

	it.each([
		['the same campaigns', 1, 1],
		['nothing', undefined, 0],
	])('is read up to a page that holds %s as before, under ever new cursors', async (_, id, count) => {
		for (let cursor = 0; cursor < 20; cursor++) page(campaignPage(id, String(cursor)));
		page({ campaigns: [], pagination: {} }, 'always');
		const { items, task } = await bench.run(anItem, { ...campaigns, returnAll: true });
		expect(items('Altur')).toHaveLength(count);
		expect(bench.sandbox.requests).toHaveLength(2);
		expect(task('Altur').hints).toEqual(warning(count));
	});

	it('does not double the campaigns of a last page that repeats an earlier one', async () => {
		page(campaignPage(1, 'b'));
		page({ campaigns: [{ id: 1 }], pagination: { has_next: false } }, 'always');
		const { items, task } = await bench.run(anItem, { ...campaigns, returnAll: true });
		expect(items('Altur')).toHaveLength(1);
		expect(task('Altur').hints).toEqual(warning(1));
	});

	it('says nothing when it ends with an empty page', async () => {
		page({ campaigns: [], pagination: { has_next: true, next_cursor: 'b' } });
		page({ campaigns: [], pagination: { has_next: false } }, 'always');
		const { task } = await bench.run(anItem, { ...campaigns, returnAll: true });
		expect(bench.sandbox.requests).toHaveLength(2);
		expect(task('Altur').hints ?? []).toEqual([]);
	});

	it('says nothing when all that was wanted was found before', async () => {
		page(campaignPage(1, 'b'));
		page(campaignPage(2, 'b'), 'always');
		const { items, task } = await bench.run(anItem, { ...campaigns, limit: 2 });
		expect(items('Altur')).toHaveLength(2);
		expect(task('Altur').hints ?? []).toEqual([]);
	});

	const contactPage = (ids: number[], next_page: number) => ({
		contacts: ids.map((id) => ({ id })),
		pagination: { has_next: true, next_page },
	});

	it('is read up to the page of contacts that repeats itself, and says so', async () => {
		page(contactPage([1, 2], 1));
		page(contactPage([3, 4], 0));
		page(contactPage([1, 2], 1));
		page(contactPage([3, 4], 0), 'always');
		const { items, task } = await bench.run(anItem, { ...contacts, returnAll: true });
		expect(jsonOf(items('Altur')).map(({ id }) => id)).toEqual([1, 2, 3, 4]);
		expect(bench.sandbox.requests).toHaveLength(3);
		expect(task('Altur').hints).toEqual(warning(4));
	});

	it.each([
		['campaigns', campaigns],
		['contacts', contacts],
	])('of %s takes a Limit that is text', async (_, form) => {
		bench.sandbox.addCampaign({ id: 7 });
		const { run } = await bench.run(anItem, { ...form, returnAll: false, limit: '={{ "5" }}' });
		expect(run.status).toBe('success');
		expect(bench.sandbox.requests[0]?.query).toMatchObject({ pageSize: '5' });
	});

	it.each(['', null, 'abc', '0', 1.5, true])('of contacts refuses the Limit %j', async (limit) => {
		const expression = `={{ ${JSON.stringify(limit)} }}`;
		const { run } = await bench.run(anItem, { ...contacts, returnAll: false, limit: expression });
		expect(run.data.resultData.error?.message).toBe('Limit must be a whole number from 1 up [item 0]');
		expect(bench.sandbox.requests).toHaveLength(0);
	});
});
