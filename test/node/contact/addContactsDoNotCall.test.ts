import { AlturBench, addParameters, customerRows, jsonOf } from '../harness/altur';

jest.setTimeout(60_000);

describe('Add to Campaign with Do Not Call', () => {
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

	const stored = () =>
		bench.sandbox
			.state()
			.campaigns.flatMap(({ id, contacts }) =>
				id === campaign ? contacts.map(({ contact }) => contact) : [],
			);
	const withList = (doNotCall: string, more: Record<string, string> = {}) =>
		addParameters(campaign, { defaultCountry: 'MX', options: { doNotCall }, ...more });

	it('never sends the numbers of the list, however they are written there, and says so of their rows', async () => {
		const list = '55 1000 0001, +52 (55) 1000-0003;\n005255 10000004';
		const { items, task } = await bench.run(customerRows(6), withList(list));
		expect(jsonOf(items('Altur')).map(({ status }) => status)).toEqual([
			'created',
			'suppressed',
			'created',
			'suppressed',
			'suppressed',
			'created',
		]);
		expect(jsonOf(items('Altur'))[1]).toEqual({
			status: 'suppressed',
			id: null,
			contact: '+525510000001',
			campaign_id: campaign,
			f_id: 'crm-1',
			error_message: null,
			error_code: null,
		});
		expect(stored()).toEqual(['+525510000000', '+525510000002', '+525510000005']);
		expect(task('Altur').hints?.[0]?.message).toMatch(/^3 created, 3 suppressed, in 1 request/);
	});

	it('takes the list from an expression, such as the column of another node', async () => {
		const list = "={{ ['+525510000001', 525510000002, null, '', 'Phone'] }}";
		const { items } = await bench.run(customerRows(4), withList(list));
		const statuses = jsonOf(items('Altur')).map(({ status }) => status);
		expect(statuses).toEqual(['created', 'suppressed', 'suppressed', 'created']);
	});

	it.each([
		'={{ $json.phone }}',
		"={{ $json['phone'] }}",
		'={{ $json.person.optOut }}',
		'={{ $json.some }}',
		'={{ $json.list }}',
		'={{ $input.item.json.some }}',
		"={{ $('Rows').item.json.phone }}",
	])(
		'sends nothing when a column is dragged into the list, which gives what stands in one row: %s',
		async (dragged) => {
			const rows = customerRows(4).map(({ json }, row) => ({
				json: {
					...json,
					person: { optOut: json.phone },
					some: row === 3 ? '+525510000003' : '',
					list: [json.phone],
				},
			}));
			const { run } = await bench.run(rows, withList(dragged));
			expect(run.data.resultData.error?.message).toContain('something else in each row');
			expect(run.data.resultData.error?.description).toContain("$('Opt-outs').all().map(");
			expect(stored()).toEqual([]);
		},
	);

	it.each(['+525510000001', ''])(
		'takes a column that holds the same list in each row: "%s"',
		async (optOuts) => {
			const rows = customerRows(3).map(({ json }) => ({ json: { ...json, optOuts } }));
			const { items } = await bench.run(rows, withList('={{ $json.optOuts }}'));
			const second = optOuts === '' ? 'created' : 'suppressed';
			expect(jsonOf(items('Altur')).map(({ status }) => status)).toEqual(['created', second, 'created']);
		},
	);

	it('takes a column that holds several numbers in one row', async () => {
		const rows = customerRows(3).map(({ json }) => ({
			json: { ...json, optOuts: '+525510000001, +525510000002' },
		}));
		const { items } = await bench.run(rows, withList('={{ $json.optOuts }}'));
		const statuses = jsonOf(items('Altur')).map(({ status }) => status);
		expect(statuses).toEqual(['created', 'suppressed', 'suppressed']);
	});

	it('knows a number that a sheet shows in groups of three', async () => {
		await bench.run(customerRows(3), withList('5,510,000,001, +525510000002'));
		expect(stored()).toEqual(['+525510000000']);
	});

	it('does not take the country of the first row for that of the list', async () => {
		const list = '6305551234';
		const rows = [
			{ json: { phone: '+525510000000', name: 'Ana', id: '1', country: 'US' } },
			{ json: { phone: '+526305551234', name: 'Luis', id: '2', country: 'MX' } },
		];
		const form = { defaultCountry: '={{ $json.country }}', options: { doNotCall: list } };
		await bench.run(rows, addParameters(campaign, form));
		expect(stored()).toEqual(['+525510000000']);
	});

	it.each(['', '={{ [] }}', '={{ [].join() }}'])('sends all when the list is empty: %p', async (list) => {
		await bench.run(customerRows(2), withList(list));
		expect(stored()).toHaveLength(2);
	});

	it('sends nothing at all when all are on it', async () => {
		const { items, run } = await bench.run(customerRows(2), withList('+525510000000 , +525510000001'));
		expect(run.status).toBe('success');
		expect(jsonOf(items('Altur')).map(({ status }) => status)).toEqual(['suppressed', 'suppressed']);
		expect(bench.sandbox.requests.filter(({ method }) => method === 'POST')).toEqual([]);
	});

	it('lets them leave in the branch of those that were skipped, and counts them by themselves', async () => {
		const { items } = await bench.run(customerRows(2), withList('+525510000000', { output: 'branches' }));
		expect(items('Altur', 0)).toHaveLength(1);
		expect(jsonOf(items('Altur', 2)).map(({ status }) => status)).toEqual(['suppressed']);
		const perStatus = await bench.run(customerRows(2), withList('+525510000000', { output: 'perStatus' }));
		expect(jsonOf(perStatus.items('Altur')).map(({ status, count }) => [status, count])).toEqual([
			['skipped_duplicate', 1],
			['suppressed', 1],
		]);
	});

	it.each([
		['={{ [5.21e11] }}', 'Do Not Call holds 521000000000: a sheet has rounded that number.'],
		['5.21E+11', 'Do Not Call holds 5.21E+11: a sheet has rounded that number.'],
		["={{ ({ phone: '+525510000000' }) }}", 'Do Not Call holds whole rows, not phone numbers.'],
		[
			"={{ ['+525510000000', { phone: '+525510000001' }] }}",
			'Do Not Call holds whole rows, not phone numbers.',
		],
		["={{ [{ fone: '+525510000000' }].map((row) => row.phone) }}", 'Do Not Call holds no phone number.'],
		['={{ $json.optOuts }}', 'Do Not Call holds no phone number.'],
	])('sends nothing when the list is %p, and says why', async (list, message) => {
		const { run } = await bench.run(customerRows(2), withList(list));
		expect(run.data.resultData.error?.message).toBe(message);
		expect(stored()).toEqual([]);
	});
});
