import { addParameters, customerRows, jsonOf, OctopushBench } from './harness/octopush';

describe('Octopush, contact: add, with Trial', () => {
	let bench: OctopushBench;

	beforeAll(async () => {
		bench = await OctopushBench.start();
	});
	beforeEach(() => {
		bench.sandbox.reset();
	});
	afterAll(async () => {
		await bench.stop();
	});

	const sheetRows = (count: number) =>
		customerRows(count).map(({ json }, place) => {
			const phone = [undefined, '', '06 12', '5.21E+11', '06 10 00 00 01'][place % 20];
			return { json: { ...json, ...(place % 20 < 5 && place % 20 > 0 && { phone }) } };
		});
	const count = (items: Parameters<typeof jsonOf>[0], ...statuses: string[]) =>
		jsonOf(items).filter(({ status }) => statuses.includes(String(status))).length;

	it('checks without a request, and counts as the real run does after it', async () => {
		const form = { defaultCountry: 'FR' };
		const options = { doNotCall: '+33610000007' };
		const rows = sheetRows(1200);
		const checked = await bench.run(
			rows,
			addParameters({ ...form, options: { ...options, trial: 'check' } }),
		);
		expect(bench.sandbox.requests).toHaveLength(0);
		const loaded = await bench.run(rows, addParameters({ ...form, options }));
		const [before, after] = [checked.items('Octopush'), loaded.items('Octopush')];
		expect(count(before, 'ready')).toBe(count(after, 'added', 'updated', 'skipped'));
		expect([count(before, 'failed'), count(before, 'suppressed')]).toEqual([180, 1]);
		expect(count(after, 'failed')).toBe(180);
		const requests = bench.sent('/contact/create').length;
		expect(checked.task('Octopush').hints).toEqual([
			{
				type: 'warning',
				location: 'outputPane',
				message: `This was a trial: nothing was sent. 1,019 ready, 180 failed, 1 suppressed; ${requests} requests, about ${Math.round((requests - 1) / 10)} s. Each failed row says why. 59 rows have a phone number that an earlier row has too, such as +33610000001. For the real run, switch Options > Trial off.`,
			},
			expect.objectContaining({
				message: expect.stringMatching(
					/^What to do about <a .*>MISSING_PHONE_NUMBER.*\.<br>60 numbers were completed with \+33\.$/,
				),
			}),
		]);
	});

	it('gives each row as it would be sent, with the country of its number', async () => {
		const { items } = await bench.run(
			customerRows(1),
			addParameters({ options: { trial: 'check' }, output: 'branches' }),
		);
		expect(jsonOf(items('Octopush', 2))).toStrictEqual([
			{
				status: 'ready',
				phone_number: '+33610000000',
				error_message: null,
				error_code: null,
				reason: null,
				country: 'FR',
				first_name: 'Axelle',
				last_name: 'Durand 0',
				param1: 'crm-0',
			},
		]);
	});

	it('sends the first rows only', async () => {
		const options = { trial: 'first', trialRows: 2 };
		const { items } = await bench.run(customerRows(5), addParameters({ options }));
		expect(jsonOf(items('Octopush')).map(({ status }) => status)).toEqual([
			'added',
			'added',
			'not_sent',
			'not_sent',
			'not_sent',
		]);
		expect(bench.sandbox.state().contacts).toHaveLength(2);
	});
});
