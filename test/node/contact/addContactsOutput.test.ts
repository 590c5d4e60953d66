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

	it('has the number as it was sent beside the one that Altur makes of it', async () => {
		const results = [
			{ index: 0, status: 'created', id: '1', contact: '+5215510000000' },
			{ index: 1, status: 'created', id: '2', contact: '+525510000001' },
			{ index: 2, status: 'failed', error: 'INVALID_PHONE_NUMBER', contact: '12' },
		];
		trials.bench.sandbox.faults.add({ kind: 'status', status: 201, body: { success: true, results } });
		const phones = ['+52 55 1000 0000', '+52 55 1000 0001', '12'].map((phone) => ({ phone }));
		const { items } = await trials.bench.run(asRows(...phones), addParameters(trials.campaign));
		expect(jsonOf(items('Altur')).map(({ contact, contact_sent }) => [contact, contact_sent])).toEqual([
			['+5215510000000', '+525510000000'],
			['+525510000001', undefined],
			['12', undefined],
		]);
	});

	it('comes with a warning when an External ID stands for several contacts', async () => {
		const { task } = await trials.bench.run(
			asRows(
				{ phone: '+525510000000', id: '7' },
				{ phone: '+525510000001', id: '7' },
				{ phone: '+525510000002', id: '7' },
				{ phone: '+525510000003', id: '8' },
				{ phone: '+525510000004', id: '8' },
			),
			addParameters(trials.campaign),
		);
		expect(task('Altur').hints?.[1]).toEqual({
			type: 'warning',
			location: 'outputPane',
			message:
				'Contacts share an External ID: "7" by 3, "8" by 2 (a person in two campaigns counts twice). What Altur sends of a call names the contact by this ID alone. Give each contact an ID of its own, and another one in each campaign.',
		});
	});

	it('comes without that warning for rows of one contact, rows without an ID, and failed rows', async () => {
		const { task } = await trials.bench.run(
			asRows(
				{ phone: '+525510000000', id: '7' },
				{ phone: '+52 55 1000 0000', id: '7' },
				{ phone: '+525510000001', id: '' },
				{ phone: '+525510000002', id: '' },
				{ phone: '12', id: '7' },
			),
			addParameters(trials.campaign),
		);
		const messages = task('Altur').hints?.map(({ message }) => message);
		expect(messages).not.toContainEqual(expect.stringContaining('share an External ID'));
		expect(messages).toHaveLength(2);
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
				error_message: null,
				error_code: null,
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
