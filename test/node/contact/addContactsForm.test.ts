import { addParameters, customerRows, jsonOf } from '../harness/altur';
import { FormTrials, type Form } from '../harness/formTrials';

jest.setTimeout(60_000);

describe('The form of Add to Campaign', () => {
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

	describe('Options', () => {
		it.each<[Form, string]>([
			[{ batchSize: 0 }, 'Batch Size must be a whole number from 1 to 1000.'],
			[{ batchSize: 1001 }, 'Batch Size must be a whole number from 1 to 1000.'],
			[{ batchSize: 1.5 }, 'Batch Size must be a whole number from 1 to 1000.'],
			[{ batchSize: 'many' }, 'Batch Size must be a whole number from 1 to 1000.'],
			[{ requestsPerSecond: 13 }, 'Requests per Second must be a whole number from 1 to 12.'],
			[{ maxRetries: -1 }, 'Max Retries must be a whole number from 0 to 20.'],
			[{ timeout: 0, maxRetries: 99 }, 'Timeout must be a whole number from 1 to 600.'],
			[{ idempotencyScope: 'custom' }, 'The Idempotency Key is empty.'],
			[
				{ idempotencyScope: 'custom', idempotencyKey: '={{ $json.missing }}' },
				'The Idempotency Key is empty.',
			],
			[{ idempotencyScope: 'custom', idempotencyKey: '={{ null }}' }, 'The Idempotency Key is empty.'],
		])('%p are refused before anything is sent', async (options, message) => {
			const error = await trials.refusal(customerRows(1), { options });
			expect(error?.name).toBe('NodeOperationError');
			expect(error?.message).toContain(message);
			expect(error?.description).toMatch(/under Options/i);
		});

		it.each<Form>([{ defaultCountry: 'Mexico' }, { options: { defaultCountry: 'Mexico' } }])(
			'%p, a country that does not exist, is refused before anything is sent',
			async (form) => {
				const error = await trials.refusal(customerRows(1), form);
				expect(error?.message).toContain('There is no country "Mexico".');
				expect(error?.description).toBe('Choose the Default Country from the list.');
			},
		);

		it('may be expressions, read from the first row', async () => {
			const rows = customerRows(4).map(({ json }) => ({ json: { ...json, size: '2' } }));
			await trials.sent(rows, { options: { batchSize: '={{ $json.size }}' } });
			expect(trials.bench.posts().map(({ rowCount }) => rowCount)).toEqual([2, 2]);
		});
	});

	describe('Campaign', () => {
		const byId = (value: string) => ({ campaignId: { __rl: true, mode: 'id', value } });

		it.each([
			[
				'={{ $json.nothing }}',
				'Campaign is mapped to "nothing", a column that no row has.',
				'phone, name, id.',
			],
			['={{ " " }}', 'No campaign is chosen.', 'Pick one from the list'],
			['={{ "../agents" }}', '"../agents" is no campaign ID.', 'whole number'],
		])(
			'%p, which is the same for every row, is refused before anything is sent',
			async (value, message, advice) => {
				const error = await trials.refusal(customerRows(1), byId(value));
				expect(error?.message).toBe(message);
				expect(error?.description).toContain(advice);
			},
		);

		it('chosen from the list, with spaces around it, or given by an expression is the same', async () => {
			const choices: Form[] = [
				{
					campaignId: {
						__rl: true,
						mode: 'list',
						value: String(trials.campaign),
						cachedResultName: 'Spring',
					},
				},
				byId(` ${trials.campaign} `),
				byId(`={{ ${trials.campaign} }}`),
			];
			for (const [from, choice] of choices.entries()) {
				await trials.bench.run(customerRows(1, from), addParameters(0, choice));
			}
			expect(trials.bench.sandbox.state().campaigns[0]?.contactCount).toBe(3);
		});

		it.each(['stopWorkflow', 'continueRegularOutput'] as const)(
			'that is wrong in one row fails that row only, with On Error %s',
			async (onError) => {
				const rows = customerRows(3).map(({ json }, row) => ({
					json: { ...json, to: row === 1 ? 'x' : trials.campaign },
				}));
				const form = addParameters(0, byId('={{ $json.to }}'));
				const { items } = await trials.bench.run(rows, form, { onError });
				expect(jsonOf(items('Altur')).map(({ status, error_code }) => error_code ?? status)).toEqual([
					'created',
					'INVALID_CAMPAIGN_ID',
					'created',
				]);
			},
		);
	});

	it('needs a column for the phone number', async () => {
		const columns = { mappingMode: 'defineBelow', value: { name: '={{ $json.name }}', contact: '' } };
		const error = await trials.refusal(customerRows(1), { columns });
		expect(error?.message).toBe('No column is mapped to Phone Number.');
	});

	it('says of an expression that fails which row it was', async () => {
		const columns = { mappingMode: 'defineBelow', value: { contact: "={{ $('Nowhere').item.json.phone }}" } };
		const error = await trials.refusal(customerRows(1), { columns });
		expect(error?.message).toMatch(/^A field of this row could not be read: .* \[item 0\]$/);
	});

	it('tells, beyond 5,000 rows, which column n8n works out row by row', async () => {
		const columns = {
			mappingMode: 'defineBelow',
			value: { contact: '={{ $json.phone }}', name: '={{ $json.name.trim() }}' },
		};
		const hints = async (rows: number) => {
			const { task } = await trials.bench.run(
				customerRows(rows),
				addParameters(trials.campaign, { columns }),
			);
			return (task('Altur').hints ?? []).map(({ message }) => message);
		};
		const slow = /^n8n had to work out Name row by row, .* 5,001 rows/;
		expect(await hints(10)).not.toContainEqual(expect.stringContaining('row by row'));
		expect(await hints(5001)).toContainEqual(expect.stringMatching(slow));
	});
});
