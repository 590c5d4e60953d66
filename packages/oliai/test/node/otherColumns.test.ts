import { customerRows, OliAiBench, upsertParameters } from './harness/oliAi';

describe('The metadata of OliAI, contact: create or update in bulk, with All Other Columns', () => {
	let bench: OliAiBench;

	beforeEach(async () => {
		bench = await OliAiBench.start();
	});
	afterEach(async () => {
		await bench.stop();
	});

	it('leaves out the columns that fill Audience and Default Country', async () => {
		const { id } = bench.sandbox.addAudience({ name: 'Renewals' });
		const rows = customerRows(1).map(({ json }) => ({
			json: { ...json, segment: id, land: 'IN', city: 'Pune' },
		}));
		await bench.run(
			rows,
			upsertParameters({
				metadata: 'otherColumns',
				addToAudience: true,
				audienceId: { __rl: true, mode: 'id', value: '={{ $json.segment }}' },
				defaultCountry: '={{ $json.land }}',
			}),
		);
		expect(bench.sent('POST', '/contacts/bulk')[0]?.body).toMatchObject({
			contacts: [{ metadata: { city: 'Pune' } }],
		});
		expect(JSON.stringify(bench.sent('POST', '/contacts/bulk')[0]?.body)).not.toMatch(/segment|land/);
		expect(bench.sent('POST', '/contacts/add-to-audience')[0]?.body).toMatchObject({ audienceId: id });
	});

	it('keeps the column of an audience that the contacts are not put into', async () => {
		const rows = customerRows(1).map(({ json }) => ({ json: { ...json, segment: 'aud_1' } }));
		await bench.run(
			rows,
			upsertParameters({
				metadata: 'otherColumns',
				addToAudience: false,
				audienceId: { __rl: true, mode: 'id', value: '={{ $json.segment }}' },
			}),
		);
		expect(bench.sent('POST', '/contacts/bulk')[0]?.body).toMatchObject({
			contacts: [{ metadata: { segment: 'aud_1' } }],
		});
	});
});
