import { AlturBench, addParameters, customerRows, jsonOf } from './harness/altur';
import { campaignParameters, createParameters, updateParameters } from './harness/campaignForms';
import { expectEveryRowFailed } from './harness/refusedRuns';

jest.setTimeout(60_000);

const noKey = { alturApi: { apiKey: ' ', baseUrl: 'https://altur.example' } };
const plainHttp = { alturApi: { apiKey: 'key-1', baseUrl: 'http://altur.example' } };
const byExpression = (value: string) => ({ campaignId: { __rl: true, mode: 'id', value } });
const mappedTo = (contact: string) => ({ columns: { mappingMode: 'defineBelow', value: { contact } } });

describe('A run of Altur that cannot begin', () => {
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

	const add = (more: Parameters<typeof addParameters>[1]) => addParameters(1, more);
	it.each([
		['no column is a phone number', add({ columnMapping: 'titles' }), 'No column'],
		['Phone Number is not mapped', add(mappedTo('')), 'No column is mapped to Phone Number'],
		['the mapped column is in no row', add(mappedTo('={{ $json.Phone }}')), 'is mapped to "Phone", a column'],
		['the key is empty', add({ options: { idempotencyScope: 'custom' } }), 'The Idempotency Key is empty.'],
		['an option is out of range', add({ options: { batchSize: 1001 } }), 'Batch Size must be a whole number'],
		['the country does not exist', add({ defaultCountry: 'Mexico' }), 'There is no country "Mexico".'],
		['no campaign is chosen', add(byExpression('={{ " " }}')), 'No campaign is chosen.'],
		[
			'the campaign is in no row',
			add(byExpression('={{ $json.campaign }}')),
			'Campaign is mapped to "campaign"',
		],
		['the campaign is none', add(byExpression('={{ "../agents" }}')), '"../agents" is no campaign ID.'],
		['the policy is none', add({ ifDuplicate: 'replace' }), 'If Duplicate is neither "skip" nor "update".'],
		[
			'the JSON of all rows is none',
			add({ extractedData: 'json', extractedDataJson: '{"balance": }' }),
			'Extracted Data (JSON) is not a JSON object.',
		],
	])('because %s fails every row with On Error: Continue, and sends nothing', async (_why, form, reason) => {
		const rows = [{ json: { tel: 'x', name: 'Ana' } }, { json: { name: 'Beto' } }];
		const hasPhone = !reason.startsWith('No column') && !reason.startsWith('is mapped to "Phone"');
		await expectEveryRowFailed(
			bench,
			'Altur',
			{ rows: hasPhone ? customerRows(3) : rows.map(noPhone), form },
			reason,
		);
	});
	const noPhone = ({ json }: { json: { name: string } }) => ({ json: { name: json.name } });

	it.each([
		['Add to Campaign', addParameters(1)],
		['Get', campaignParameters('get', 1)],
		['Update', updateParameters(1, { updateFields: { name: 'Spring' } })],
		['Create', createParameters()],
	])('%s, because the credential is no good, fails every row too', async (_operation, form) => {
		const rows = customerRows(2);
		const reason = 'The Altur credential has no API key';
		await expectEveryRowFailed(bench, 'Altur', { rows, form, credentials: noKey }, reason);
		await expectEveryRowFailed(
			bench,
			'Altur',
			{ rows, form, credentials: plainHttp },
			'does not begin with https',
		);
	});

	it('still says which rows those are', async () => {
		const rows = customerRows(2);
		const form = addParameters(1, { options: { batchSize: 5000 } });
		const onError = 'continueRegularOutput';
		const refused = await bench.run(rows, form, { onError });
		const locked = await bench.run(rows, addParameters(1), { onError }, { credentials: noKey });
		for (const { items } of [refused, locked]) {
			expect(jsonOf(items('Altur'))[1]).toMatchObject({
				contact: '+525510000001',
				f_id: 'crm-1',
				campaign_id: 1,
			});
		}
	});

	it('because a newer version made the workflow fails every row too', async () => {
		const form = { resource: 'contact', operation: 'dial' };
		await expectEveryRowFailed(bench, 'Altur', { rows: customerRows(2), form }, 'cannot do "contact: dial"');
	});

	it('keeps the form of the output that the person chose', async () => {
		const form = addParameters(1, {
			...byExpression('={{ " " }}'),
			output: 'branches',
			options: { includeInputFields: true },
		});
		const { items } = await bench.run(customerRows(2), form, { onError: 'continueRegularOutput' });
		expect([0, 1, 2, 3].map((output) => items('Altur', output).length)).toEqual([0, 0, 0, 2]);
		expect(jsonOf(items('Altur', 3))[1]).toMatchObject({
			...customerRows(2)[1]?.json,
			altur: { status: 'failed', error_code: 'NO_CAMPAIGN' },
		});
	});
});

describe('A row that cannot be sent', () => {
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

	const withJson = () =>
		addParameters(campaign, { extractedData: 'json', extractedDataJson: '={{ $json.extra }}' });
	const codes = (json: ReturnType<typeof jsonOf>) =>
		json.map(({ status, error_code }) => error_code ?? status);

	it.each(['stopWorkflow', 'continueRegularOutput'] as const)(
		'does not keep the others from being sent with On Error %s',
		async (onError) => {
			const rows = customerRows(4).map(({ json }, row) => ({
				json: {
					...json,
					extra: row === 1 ? '{"a": ' : '{"a": 1}',
					to: [campaign, campaign, '', 'x'][row] ?? '',
				},
			}));
			const form = { ...withJson(), ...byExpression('={{ $json.to }}') };
			const { items, run } = await bench.run(rows, form, { onError });
			expect(run.status).toBe('success');
			expect(codes(jsonOf(items('Altur')))).toEqual([
				'created',
				'INVALID_EXTRACTED_DATA',
				'NO_CAMPAIGN',
				'INVALID_CAMPAIGN_ID',
			]);
			expect(
				jsonOf(items('Altur')).map(({ contact, f_id, campaign_id }) => [contact, f_id, campaign_id]),
			).toEqual([
				['+525510000000', 'crm-0', campaign],
				['+525510000001', 'crm-1', campaign],
				['+525510000002', 'crm-2', null],
				['+525510000003', 'crm-3', null],
			]);
		},
	);

	it.each([
		[
			'its campaign is read by the name of a node',
			byExpression('={{ $node["Rows"].json.to }}'),
			'NO_CAMPAIGN',
		],
		[
			'its country cannot be worked out',
			{ defaultCountry: '={{ $itemIndex === 0 ? $("Nowhere").first().json.a : "MX" }}' },
			'EXPRESSION_FAILED',
		],
		[
			'its policy is none',
			{ ifDuplicate: '={{ $itemIndex === 0 ? "replace" : "skip" }}' },
			'INVALID_DUPLICATE_POLICY',
		],
		[
			'its name cannot be worked out',
			{
				columns: {
					mappingMode: 'defineBelow',
					value: {
						contact: '={{ $json.phone }}',
						f_id: '={{ $json.id }}',
						name: '={{ $itemIndex === 0 ? $("Nowhere").first().json.a : "Ana" }}',
					},
				},
			},
			'EXPRESSION_FAILED',
		],
	])('because %s is the only one that fails, though it is the first', async (_why, more, code) => {
		const rows = customerRows(3).map(({ json }, row) => ({
			json: { ...json, to: row === 0 ? '' : campaign },
		}));
		const { items, run } = await bench.run(rows, addParameters(campaign, more));
		expect(run.status).toBe('success');
		const results = jsonOf(items('Altur'));
		expect(codes(results)).toEqual([code, 'created', 'created']);
		expect(results[0]).toMatchObject({ contact: '+525510000000', f_id: 'crm-0' });
		expect(results[0]?.campaign_id).toBe(code === 'NO_CAMPAIGN' ? null : campaign);
	});

	it('comes out failed though it is the only one, as the contact of a webhook', async () => {
		const hook = (body: object) => [{ json: { body: JSON.parse(JSON.stringify(body)), headers: {} } }];
		const form = addParameters(0, {
			...byExpression('={{ $json.body.campaign }}'),
			...mappedTo('={{ $json.body.phone }}'),
			extractedData: 'json',
			extractedDataJson: '={{ $json.body.extra }}',
		});
		const trials = [
			[{ phone: '+525510000001', campaign: '' }, 'NO_CAMPAIGN'],
			[{ phone: '+525510000001', campaign, extra: '{' }, 'INVALID_EXTRACTED_DATA'],
			[{ campaign }, 'MISSING_CONTACT'],
		] as const;
		for (const [body, code] of trials) {
			const { items, run } = await bench.run(hook(body), form);
			expect(run.status).toBe('success');
			expect(codes(jsonOf(items('Altur')))).toEqual([code]);
		}
	});

	it('and rows that were not even read after a refused key come out with what a person knows them by', async () => {
		bench.sandbox.faults.add({ kind: 'status', status: 401, times: 'always' });
		const form = addParameters(campaign, { options: { batchSize: 1 } });
		const { items } = await bench.run(customerRows(200), form, { onError: 'continueRegularOutput' });
		const results = jsonOf(items('Altur'));
		expect(results.at(-1)).toMatchObject({
			contact: '+525510000199',
			f_id: 'crm-199',
			campaign_id: campaign,
			error_code: 'NOT_SENT',
		});
		expect(results.every(({ contact, f_id }) => contact !== '' && f_id !== undefined)).toBe(true);
	});

	it('keeps its files beside Include Input Fields, and at the error output', async () => {
		const binary = { photo: { data: 'aGk=', mimeType: 'text/plain' } };
		const rows = [...customerRows(1), { json: { phone: 'abc' } }].map(({ json }) => ({ json, binary }));
		const form = addParameters(campaign, { options: { includeInputFields: true } });
		const { items } = await bench.run(rows, form, { onError: 'continueErrorOutput' });
		expect(items('Altur', 0)[0]?.binary).toEqual(binary);
		expect(items('Altur', 1)[0]?.binary).toEqual(binary);
		const without = await bench.run(rows, addParameters(campaign));
		expect(without.items('Altur')[0]?.binary).toBeUndefined();
	});
});
