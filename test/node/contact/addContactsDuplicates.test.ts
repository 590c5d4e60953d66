import { AlturBench, addParameters, customerRows, jsonOf } from '../harness/altur';

jest.setTimeout(60_000);

describe('A contact that is in the campaign already', () => {
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

	const known = {
		contact: '+525510000000',
		name: 'Old',
		context: 'old',
		f_id: 'old',
		extracted_data: { a: '1' },
	};

	it('is kept by default', async () => {
		const { id } = bench.sandbox.addCampaign({ contacts: [known] });
		const { items, task } = await bench.run(customerRows(2), addParameters(id));
		expect(jsonOf(items('Altur')).map(({ status }) => status)).toEqual(['skipped_duplicate', 'created']);
		expect(contactsOf(id)[0]).toMatchObject(known);
		expect(task('Altur').hints?.[0]?.message).toMatch(/^1 created, 1 skipped, in 1 request/);
	});

	it('is overwritten on request: name, context, extracted data and external ID', async () => {
		const { id } = bench.sandbox.addCampaign({ contacts: [known] });
		const { items } = await bench.run(
			[{ json: { phone: '+52 55 1000 0000', name: 'New', id: 'new', note: 'new', city: 'Mérida' } }],
			addParameters(id, {
				ifDuplicate: 'update',
				extractedData: 'fields',
				extractedDataFields: { values: [{ key: 'city', value: '={{ $json.city }}' }] },
				columns: {
					mappingMode: 'defineBelow',
					value: {
						contact: '={{ $json.phone }}',
						name: '={{ $json.name }}',
						context: '={{ $json.note }}',
						f_id: '={{ $json.id }}',
					},
				},
			}),
		);
		expect(jsonOf(items('Altur'))).toMatchObject([{ status: 'updated', id: '1', f_id: 'new' }]);
		expect(contactsOf(id)).toMatchObject([
			{ name: 'New', context: 'new', f_id: 'new', extracted_data: { city: 'Mérida' } },
		]);
	});

	it('ends as its last row says when it is updated, however many requests are on their way', async () => {
		const { id } = bench.sandbox.addCampaign();
		bench.sandbox.faults.add({ kind: 'latency', ms: 300 });
		const rows = [0, 1, 2, 0, 1, 0].map((phone, row) => ({
			json: { phone: `+52551000000${phone}`, name: `row ${row}`, id: `crm-${row}` },
		}));
		const { items } = await bench.run(
			rows,
			addParameters(id, { ifDuplicate: 'update', options: { batchSize: 2 } }),
		);
		expect(contactsOf(id).map(({ name }) => name)).toEqual(['row 5', 'row 4', 'row 2']);
		expect(jsonOf(items('Altur')).map(({ status }) => status)).toEqual([
			'created',
			'created',
			'created',
			'updated',
			'updated',
			'updated',
		]);
	});

	it('is treated as its row says when the policy is an expression', async () => {
		const { id } = bench.sandbox.addCampaign({ contacts: [known, { ...known, contact: '+525510000001' }] });
		const rows = customerRows(2).map(({ json }, row) => ({ json: { ...json, vip: row === 1 } }));
		const { items } = await bench.run(
			rows,
			addParameters(id, { ifDuplicate: '={{ $json.vip ? "update" : "skip" }}' }),
		);
		expect(jsonOf(items('Altur')).map(({ status }) => status)).toEqual(['skipped_duplicate', 'updated']);
	});
});
