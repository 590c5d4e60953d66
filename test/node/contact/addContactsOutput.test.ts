import { addParameters, jsonOf } from '../harness/altur';
import { FormTrials, asRows } from '../harness/formTrials';

jest.setTimeout(60_000);

describe('The output of Add to Campaign', () => {
	let trials: FormTrials;

	beforeAll(async () => {
		trials = await FormTrials.start();
	});
	beforeEach(() => {
		trials.reset();
	});
	afterAll(async () => {
		await trials.stop();
	});

	const rows = asRows(
		{ phone: '+525510000000', id: 'a', city: 'León' },
		{ phone: '+525510000001', id: 'b', city: 'Mérida' },
		{ phone: '+525510000000', id: 'c', city: 'León' },
		{ phone: '', id: 'd', city: 'Puebla' },
	);

	it('is one item per contact by default, in the order of the input', async () => {
		const { items } = await trials.bench.run(rows, addParameters(trials.campaign));
		expect(items('Altur').map(({ json, pairedItem }) => [json.f_id, json.status, pairedItem])).toEqual([
			['a', 'created', { item: 0 }],
			['b', 'created', { item: 1 }],
			['c', 'skipped_duplicate', { item: 2 }],
			['d', 'failed', { item: 3 }],
		]);
	});

	it('is one item per status that occurred, with count and contacts', async () => {
		const { items } = await trials.bench.run(rows, addParameters(trials.campaign, { output: 'perStatus' }));
		expect(jsonOf(items('Altur')).map(({ status, count }) => [status, count])).toEqual([
			['created', 2],
			['skipped_duplicate', 1],
			['failed', 1],
		]);
		expect(items('Altur')[0]).toMatchObject({
			json: { contacts: [{ f_id: 'a', status: 'created' }, { f_id: 'b' }] },
			pairedItem: [{ item: 0 }, { item: 1 }],
		});
	});

	it('is four branches: created, updated, skipped, failed', async () => {
		const { items } = await trials.bench.run(rows, addParameters(trials.campaign, { output: 'branches' }));
		const branches = [0, 1, 2, 3].map((output) => jsonOf(items('Altur', output)).map(({ f_id }) => f_id));
		expect(branches).toEqual([['a', 'b'], [], ['c'], ['d']]);
	});

	it.each(['perContact', 'branches'] as const)('hands on the input beside the result: %s', async (output) => {
		const { items } = await trials.bench.run(
			rows,
			addParameters(trials.campaign, { output, options: { includeInputFields: true } }),
		);
		expect(jsonOf(items('Altur'))[1]).toEqual({
			...rows[1]?.json,
			altur: {
				status: 'created',
				id: '2',
				contact: '+525510000001',
				campaign_id: trials.campaign,
				f_id: 'b',
			},
		});
	});

	it('hands on a column "error" under another name, or n8n would load everything again', async () => {
		const withError = rows.map(({ json }) => ({ json: { ...json, error: '' } }));
		const { items } = await trials.bench.run(
			withError,
			addParameters(trials.campaign, { options: { includeInputFields: true } }),
			{ retryOnFail: true, maxTries: 3, waitBetweenTries: 0 },
		);
		// Two of the rows have one number, so that they go in two requests; a second try would make four.
		expect(trials.bench.posts()).toHaveLength(2);
		expect(jsonOf(items('Altur'))[0]).toMatchObject({ ...rows[0]?.json, input_error: '' });
	});
});
