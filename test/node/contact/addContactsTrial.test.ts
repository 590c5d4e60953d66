import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { AlturBench, addParameters, customerRows, jsonOf } from '../harness/altur';
import type { FormValues } from '../harness/nodeBench';
import { withErrorOutput } from '../harness/errorOutput';

jest.setTimeout(60_000);

/** Rows as a sheet may hold them: some cannot be sent, some are refused, some concern one contact, some are not wanted. */
const sheetRows = (count: number): INodeExecutionData[] =>
	customerRows(count).map(({ json }, place) => {
		const changes: Record<number, IDataObject> = {
			1: { phone: '' },
			2: { phone: 'Av. Juárez 12' },
			3: { phone: '5.21E+11' },
			4: { phone: `+52 (55) ${10_000_000 + place - 4}` },
			5: { phone: `55 ${place % 100}` },
			6: { id: '' },
			7: { phone: `+52 155 ${20_000_000 + place}` },
			8: { phone: `+52 ${place % 100}` },
			9: { phone: undefined },
		};
		return { json: { ...json, ...(place % 20 < 10 && changes[place % 20]) } };
	});

describe('Add to Campaign with Trial', () => {
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

	const form = (options: INodeParameters, more: FormValues = {}) =>
		addParameters(campaign, { options, ...more });
	const check = (options: INodeParameters = {}, more: FormValues = {}) =>
		form({ trial: 'check', ...options }, more);
	const statusesOf = (items: INodeExecutionData[]) => jsonOf(items).map(({ status }) => status);
	const counted = (items: INodeExecutionData[]) => {
		const counts: Record<string, number> = {};
		for (const status of statusesOf(items)) counts[String(status)] = (counts[String(status)] ?? 0) + 1;
		return counts;
	};
	const problemsOf = (items: INodeExecutionData[]) =>
		jsonOf(items).map(({ error_code, error_message }) => [error_code, error_message]);

	it('sends nothing, and counts as the real run does after it', async () => {
		const rows = sheetRows(2400);
		const options = { doNotCall: '55 1000 0010, +525510000031', batchSize: 500 };
		const country = { defaultCountry: 'MX' };
		const checked = await bench.run(rows, check(options, country));
		expect(bench.sandbox.requests).toHaveLength(0);
		const loaded = await bench.run(rows, form(options, country));
		const { ready, failed, suppressed } = counted(checked.items('Altur'));
		const real = counted(loaded.items('Altur'));
		expect(real).toMatchObject({ failed, suppressed });
		expect(ready).toBe((real.created ?? 0) + (real.skipped_duplicate ?? 0));
		expect([ready, failed, suppressed]).toEqual([1678, 720, 2]);
		expect(problemsOf(checked.items('Altur'))).toEqual(problemsOf(loaded.items('Altur')));
		expect(checked.task('Altur').hints?.[0]?.message).toContain(`; ${bench.posts().length} requests, about`);
	});

	it('gives each row as it would be sent, with the country of its number, under the keys of the API', async () => {
		const rows = [
			{ json: { phone: '(55) 1000-0000', name: 'Ana', id: 'crm-1', note: 'Owes 1200', city: 'León' } },
			{ json: { phone: '12', name: 'Beto', id: 'crm-2', note: '', city: '' } },
			{ json: { phone: '+525510000002', name: 'Eva', id: 'crm-3' } },
		];
		const { items } = await bench.run(
			rows,
			check(
				{ doNotCall: '+525510000002' },
				{ columnMapping: 'titles', defaultCountry: 'MX', extractedData: 'otherColumns' },
			),
		);
		expect(jsonOf(items('Altur'))).toStrictEqual([
			{
				status: 'ready',
				id: null,
				contact: '+525510000000',
				campaign_id: campaign,
				f_id: 'crm-1',
				error_message: null,
				error_code: null,
				country: 'MX',
				name: 'Ana',
				context: 'Owes 1200',
				extracted_data: { city: 'León' },
			},
			{
				status: 'failed',
				id: null,
				contact: '12',
				campaign_id: campaign,
				f_id: 'crm-2',
				country: null,
				name: 'Beto',
				context: null,
				extracted_data: null,
				error_code: 'INVALID_PHONE_NUMBER',
				error_message:
					'Altur does not take "12" as a phone number. Check its digits and the Default Country (MX).',
			},
			{
				status: 'suppressed',
				id: null,
				contact: '+525510000002',
				campaign_id: campaign,
				f_id: 'crm-3',
				error_message: null,
				error_code: null,
				country: null,
				name: null,
				context: null,
				extracted_data: null,
			},
		]);
	});

	it('says in a warning, in the log and in the execution that it was a trial, with what is odd about the rows', async () => {
		const rows = [...customerRows(6), ...customerRows(1), { json: { phone: 'none', name: 'Eva', id: '' } }];
		const odd: INodeExecutionData[] = rows.map(({ json }, place) => ({
			json: { ...json, ...(place === 5 && { id: '' }), ...(place === 3 && { id: 'crm-<b>2' }), city: 'León' },
		}));
		odd.push({ json: { phone: '+525510000077', name: 'Leo', id: 'crm-<b>2', city: '', '<i>row': 3 } });
		const started = bench.start(odd, check({ batchSize: 2 }));
		const { task } = await started.finished;
		const sum =
			'This was a trial: nothing was sent. 8 ready, 1 failed; 5 requests, about 1 s. Each failed row says why. 1 row has a phone number that an earlier row has too, such as +525510000000. 1 row has no External ID. 1 row has the External ID of another contact, such as "crm- 2". These columns fill nothing: city, row. For the real run, switch Options > Trial off.';
		expect(task('Altur').hints).toEqual([
			{ type: 'warning', location: 'outputPane', message: sum },
			expect.objectContaining({
				message: expect.stringMatching(/^What to do about <a [^<]*>INVALID_PHONE_NUMBER/),
			}),
		]);
		expect(started.savedCustomData.at(-1)).toEqual({ Altur_load: sum.slice(0, 255) });
	});

	it('says nothing of columns that fill nothing where all others are taken, or an expression may take them', async () => {
		const rows = [{ json: { phone: '+525510000000', name: 'Ana', id: '1', city: 'León' } }];
		const hintOf = async (more: FormValues) =>
			(await bench.run(rows, check({}, more))).task('Altur').hints?.[0]?.message;
		expect(await hintOf({})).toContain('The column city fills nothing.');
		expect(await hintOf({ extractedData: 'otherColumns' })).not.toContain('fill');
		const json = { extractedData: 'json', extractedDataJson: '={{ JSON.stringify($json) }}' };
		expect(await hintOf(json)).not.toContain('fill');
	});

	it('of 100,000 rows sends nothing, and lets n8n work meanwhile', async () => {
		let turns = 0;
		const timer = setInterval(() => turns++, 1);
		const { items } = await bench.run(customerRows(100_000), check());
		clearInterval(timer);
		expect(counted(items('Altur'))).toEqual({ ready: 100_000 });
		expect(bench.sandbox.requests).toHaveLength(0);
		expect(turns).toBeGreaterThan(10);
	});

	it('needs no key, and asks nobody for one', async () => {
		const credentials = { alturApi: { apiKey: ' ', baseUrl: 'https://altur.example' } };
		const { items } = await bench.run(customerRows(2), check(), {}, { credentials });
		expect(statusesOf(items('Altur'))).toEqual(['ready', 'ready']);
	});

	it('goes on when more rows fail than Stop When Failed allows: it tells of all', async () => {
		const rows = customerRows(300).map(({ json }) => ({ json: { ...json, phone: 'none' } }));
		const { items } = await bench.run(rows, check({ stopWhenFailed: 10 }));
		expect(items('Altur')).toHaveLength(300);
		expect(new Set(problemsOf(items('Altur')).map(([code]) => code))).toEqual(
			new Set(['INVALID_PHONE_NUMBER']),
		);
	});

	it.each(['check', 'first'])(
		'lets rows that were not sent leave with those that were skipped, never with the created: %s',
		async (trial) => {
			const output = { output: 'branches' };
			const rows = [...customerRows(3), { json: { phone: '', name: 'Eva', id: '9' } }];
			const { items } = await bench.run(rows, form({ trial, trialRows: 1 }, output));
			const branches = [0, 1, 2, 3].map((branch) => statusesOf(items('Altur', branch)));
			expect(branches).toEqual(
				trial === 'check'
					? [[], [], ['ready', 'ready', 'ready'], ['failed']]
					: [['created'], [], ['not_sent', 'not_sent'], ['failed']],
			);
			const perStatus = await bench.run(rows, form({ trial, trialRows: 1 }, { output: 'perStatus' }));
			expect(jsonOf(perStatus.items('Altur'))[0]).toMatchObject(
				trial === 'check' ? { status: 'ready', count: 3 } : { status: 'skipped_duplicate', count: 1 },
			);
		},
	);

	it('hands on the columns of the input, and lets failed rows leave by the error output', async () => {
		const rows = [...customerRows(1), { json: { phone: '12', name: 'Eva', id: '9' } }];
		const { items } = await bench.run(
			rows,
			check({ includeInputFields: true }),
			{ onError: 'continueErrorOutput' },
			withErrorOutput,
		);
		expect(jsonOf(items('Altur'))[0]).toMatchObject({ ...rows[0]?.json, altur: { status: 'ready' } });
		expect(jsonOf(items('Altur', 1))[0]).toMatchObject({ phone: '12', details: { country: null } });
	});

	it.each([
		[{ ifDuplicate: 'replace' }, 'If Duplicate is neither "skip" nor "update".'],
		[{ ifDuplicate: "={{ $('Nowhere').item.json.phone }}" }, /^A field of the form could not be read/],
	])(
		'ends with an error for what is wrong with the form, as the real run does: %p',
		async (more, message) => {
			const { run } = await bench.run(customerRows(2), check({}, more));
			expect(run.data.resultData.error?.message).toMatch(message);
			const goesOn = await bench.run(customerRows(2), check({}, more), { onError: 'continueRegularOutput' });
			expect(statusesOf(goesOn.items('Altur'))).toEqual(['failed', 'failed']);
		},
	);

	it.each([
		[{ trial: 'maybe' }, 'Trial must be one of the list.'],
		[{ trial: '={{ $json.trial }}' }, 'Trial must be one of the list.'],
		[{ trial: '' }, 'Trial must be one of the list.'],
		[{ trial: 'first', trialRows: 0 }, 'Trial Rows must be a whole number from 1 to 100000.'],
	])('with %p does not become a load by mistake', async (options, message) => {
		const { run } = await bench.run(customerRows(1), form(options));
		expect(run.data.resultData.error?.message).toBe(message);
		expect(bench.posts()).toHaveLength(0);
	});

	it('switches itself by an expression: a check when it is run by hand', async () => {
		const trial = "={{ $execution.mode === 'test' ? 'check' : 'off' }}";
		const { items } = await bench.run(customerRows(1), form({ trial }));
		expect(statusesOf(items('Altur'))).toEqual(['ready']);
	});

	describe('of the first rows', () => {
		const first = (trialRows: number, options: INodeParameters = {}, more: FormValues = {}) =>
			form({ trial: 'first', trialRows, ...options }, more);

		it('sends so many that can be sent, and says of each other row why it was not', async () => {
			const rows = sheetRows(200);
			const { items, task } = await bench.run(rows, first(5, {}, { defaultCountry: 'MX' }));
			expect(bench.posts()).toHaveLength(2);
			expect(counted(items('Altur'))).toEqual({
				created: 4,
				skipped_duplicate: 1,
				failed: 60,
				not_sent: 135,
			});
			expect(jsonOf(items('Altur'))[199]).toEqual({
				status: 'not_sent',
				id: null,
				contact: '+525510000199',
				campaign_id: campaign,
				f_id: 'crm-199',
				error_message: null,
				error_code: null,
			});
			expect(task('Altur').hints?.slice(0, 1)).toEqual([
				{
					type: 'warning',
					location: 'outputPane',
					message:
						'This was a trial: only the first 5 rows could be sent. 4 created, 1 skipped, 60 failed, 135 not sent, in 2 requests. Each failed row says why. For the real run, switch Options > Trial off.',
				},
			]);
		});

		it('sends ten when it is not said how many', async () => {
			const { items } = await bench.run(customerRows(30), form({ trial: 'first' }));
			expect(counted(items('Altur'))).toEqual({ created: 10, not_sent: 20 });
		});

		it('does not count rows that were left out as failed, or as done', async () => {
			bench.sandbox.faults.add({ kind: 'status', status: 403, times: 'always' });
			const { run } = await bench.run(customerRows(300), first(2, { stopWhenFailed: 50 }));
			const { error } = run.data.resultData;
			expect(error?.description).toContain('No contact was added before; 298 were left out by the trial.');
		});
	});
});
