import { addParameters, AlturBench, customerRows, jsonOf } from './harness/altur';
import { byId, rowsOf } from './harness/campaignForms';

/** The agent of version 3 lets n8n's engine run its tools, which it knows by their type. */
const asTool = { type: 'n8n-nodes-altur.alturTool' };

describe("A node that is run as an agent's tool", () => {
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

	const rows = () => [...customerRows(1200), ...rowsOf([{ phone: 'call me', name: 'Ana' }])];

	it.each(['perContact', 'perStatus', 'branches'])(
		'sums up a load of many rows, with those that failed, instead of Output: %s',
		async (output) => {
			bench.sandbox.addCampaign({ id: 7 });
			const { items } = await bench.run(rows(), addParameters(7, { output }), asTool);
			expect(jsonOf(items('Altur'))).toEqual([
				{
					rows: 1201,
					created: 1200,
					failed: 1,
					failed_rows: [expect.objectContaining({ contact: 'call me', error_message: expect.any(String) })],
				},
			]);
		},
	);

	it('sums up a load of which nothing could be sent', async () => {
		const { items } = await bench.run(rows(), addParameters(7, { options: { batchSize: 0 } }), {
			...asTool,
			onError: 'continueErrorOutput',
		});
		const [sum] = jsonOf(items('Altur'));
		expect(sum).toMatchObject({ rows: 1201, failed: 1201, failed_rows: expect.any(Array) });
		expect(Buffer.byteLength(JSON.stringify([sum]))).toBeLessThan(2000);
	});

	it('says in the message of an error what to do, which is all that the model reads', async () => {
		const form = { resource: 'campaign', operation: 'get', campaignId: byId(9) };
		const { run } = await bench.run(rowsOf([{}]), form, asTool);
		expect(run.data.resultData.error?.message).toBe(
			'Altur has no campaign 9 [item 0]. Pick one from the list, or check the ID.',
		);
	});
});
