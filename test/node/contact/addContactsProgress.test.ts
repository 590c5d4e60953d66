import { AlturBench, addParameters, customerRows } from '../harness/altur';

jest.setTimeout(60_000);

describe('Add to Campaign tells of a load under way', () => {
	let bench: AlturBench;
	let campaign: number;
	let lines: string[];

	beforeEach(async () => {
		bench = await AlturBench.start({ rateLimit: false });
		campaign = bench.sandbox.addCampaign().id;
		lines = [];
	});
	afterEach(async () => {
		await bench.stop();
	});

	const onConsole = (line: string) => lines.push(line);
	const oneRowEach = () => addParameters(campaign, { options: { batchSize: 1 } });

	it('in the console of the browser, when it lasts longer than a few seconds', async () => {
		const { task, run } = await bench.run(customerRows(72), oneRowEach(), {}, { onConsole });
		expect(lines[0]).toMatch(/^\d+ of 72 rows done, in \d+ requests; about \d+ s more\.$/);
		expect(lines.at(-1)).toMatch(/^72 created, in 72 requests and \d+ s\.$/);
		expect(task('Altur').hints?.[0]?.message).toBe(lines.at(-1));
		expect(run.data.resultData.metadata).toEqual({ Altur_load: lines.at(-1) });
	});

	it('not in the console when it is over at once, but in the custom data of the execution', async () => {
		const { task, run } = await bench.run(customerRows(2), addParameters(campaign), {}, { onConsole });
		expect(lines).toEqual([]);
		expect(run.data.resultData.metadata).toEqual({ Altur_load: task('Altur').hints?.[0]?.message });
	});

	it('before it waits long for Altur, and by its account when it is stopped then', async () => {
		bench.sandbox.faults.add({ kind: 'tooManyRequests', seconds: 60, skip: 1 });
		let stop = () => {};
		const { finished, cancel, savedCustomData } = bench.start(
			customerRows(3),
			oneRowEach(),
			{},
			{
				onConsole: (line) => {
					lines.push(line);
					stop();
				},
			},
		);
		await new Promise<void>((resolve) => (stop = resolve));
		expect(lines).toEqual([
			expect.stringMatching(
				/^\d of 3 rows done, in \d requests?; Altur asks to slow down, so a request waits 60 s\.$/,
			),
		]);
		cancel();
		// n8n saves at once and does not wait for the requests under way.
		expect(savedCustomData).toEqual([
			{
				Altur_load: expect.stringMatching(
					/^Stopped with \d of 3 rows done, in \d requests?\. What came of .* is in n8n's log\.$/,
				),
			},
		]);
		const { run } = await finished;
		expect(run.status).toBe('canceled');
		expect(lines.at(-1)).toMatch(/^Stopped after \d created, .*in \d requests?/);
		expect(run.data.resultData.metadata).toEqual({ Altur_load: lines.at(-1) });
	});

	it('by its account when it ends with a failed request: what is in, and what was not sent', async () => {
		bench.sandbox.faults.add({ kind: 'status', status: 402, skip: 1, times: 'always' });
		const parameters = addParameters(campaign, { options: { batchSize: 2, requestsPerSecond: 1 } });
		const { run } = await bench.run(customerRows(7), parameters, {}, { onConsole });
		expect(run.status).toBe('error');
		// On a machine that pauses meanwhile, another request may be under way when the first one fails.
		const sent = bench.posts().length;
		expect(sent).toBeLessThan(4);
		const unsent = `(${7 - 2 * sent} of them not sent)`;
		expect(lines).toEqual([
			expect.stringContaining(
				`Ended by a failed request after 2 created, 5 failed ${unsent}, in ${sent} requests`,
			),
		]);
		expect(run.data.resultData.metadata).toEqual({ Altur_load: lines[0] });
	});

	it('under the name of the node, whatever n8n does not take in it', async () => {
		const name = 'Cargar a la campaña «Q2» – con un nombre que es demasiado largo';
		const { run } = await bench.run(customerRows(1), addParameters(campaign), { name }, { onConsole });
		expect(run.data.resultData.metadata).toEqual({
			Cargar_a_la_campaña_Q2_con_un_nombre_que_es_d_load: expect.stringMatching(/^1 created, in 1 request/),
		});
	});
});
