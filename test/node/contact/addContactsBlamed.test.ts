import { AlturBench, addParameters, customerRows, jsonOf } from '../harness/altur';

jest.setTimeout(60_000);

const notText = { extracted_data: ['Not a valid string.'] };
/** A validation error of Django's for a batch: an entry for each contact, empty for a good one. */
const asList = (size: number, blamed: ReadonlyMap<number, object>) => ({
	contacts: Array.from({ length: size }, (_, place) => blamed.get(place) ?? {}),
});
const asObject = (_size: number, blamed: ReadonlyMap<number, object>) => ({
	contacts: Object.fromEntries(blamed),
});

describe('A request of Add to Campaign that Altur refuses because of some of its rows', () => {
	let bench: AlturBench;
	let campaign: number;

	beforeEach(async () => {
		bench = await AlturBench.start({ rateLimit: false });
		campaign = bench.sandbox.addCampaign().id;
	});
	afterEach(async () => {
		await bench.stop();
	});

	const refuse = (body: unknown) => {
		bench.sandbox.faults.add({ kind: 'status', status: 400, body });
	};

	it.each([
		['a list', asList],
		['an object by index', asObject],
	])(
		'is sent once more without them: 997 of 1,000 stored, 3 failed with their field (%s)',
		async (_shape, shape) => {
			const blamed = new Map<number, object>([
				[0, { contact: ['This field may not be blank.'] }],
				[411, { extracted_data: { balance: ['Not a valid string.'] }, name: ['Too long.'] }],
				[999, { non_field_errors: ['This contact is blocked.'] }],
			]);
			refuse(shape(1000, blamed));
			const { items, run } = await bench.run(customerRows(1000), addParameters(campaign));
			expect(run.status).toBe('success');
			const results = jsonOf(items('Altur'));
			const failed = results.filter(({ status }) => status === 'failed');
			expect(
				failed.map(({ f_id, error_code, error_field, error_message }) => [
					f_id,
					error_code,
					error_field,
					error_message,
				]),
			).toEqual([
				[
					'crm-0',
					'INVALID_FIELD',
					'contact',
					'Altur does not take this row because of Phone Number. Altur says: "This field may not be blank." Correct it in the row, and run this again for that row.',
				],
				[
					'crm-411',
					'INVALID_FIELD',
					'extracted_data.balance',
					'Altur does not take this row because of balance in Extracted Data, Name. Altur says: "Not a valid string. Too long." Correct it in the row, and run this again for that row.',
				],
				[
					'crm-999',
					'INVALID_FIELD',
					undefined,
					'Altur does not take this row. Altur says: "This contact is blocked."',
				],
			]);
			expect(results.filter(({ status }) => status === 'created')).toHaveLength(997);
			expect(bench.posts().map(({ status, rowCount }) => [(status ?? 0) < 300, rowCount])).toEqual([
				[false, 1000],
				[true, 997],
			]);
			const keys = bench.posts().map(({ idempotencyKey }) => idempotencyKey);
			expect(new Set(keys).size).toBe(2);
			expect(bench.sandbox.state().campaigns[0]?.contactCount).toBe(997);
		},
	);

	it('under a code with the path of the field is sent without that row too', async () => {
		refuse({
			success: false,
			error: 'INVALID_PHONE_NUMBER',
			message: 'Not a phone number.',
			field: 'contacts[1].contact',
		});
		const { items } = await bench.run(customerRows(3), addParameters(campaign));
		const results = jsonOf(items('Altur'));
		expect(results.map(({ status }) => status)).toEqual(['created', 'failed', 'created']);
		expect(results[1]).toMatchObject({
			error_code: 'INVALID_PHONE_NUMBER',
			error_field: 'contact',
			error_message: 'Altur does not take "+525510000001" as a phone number. Correct it in the row.',
		});
	});

	it('is sent again under Retry On Fail with the same two keys', async () => {
		const blaming = { kind: 'status', status: 400, body: asList(4, new Map([[2, notText]])) } as const;
		bench.sandbox.faults.add(blaming, { kind: 'status', status: 503, skip: 1 }, { ...blaming, skip: 2 });
		const { items } = await bench.run(
			customerRows(4),
			addParameters(campaign, { options: { maxRetries: 0 } }),
			{ retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
		);
		expect(jsonOf(items('Altur')).map(({ status }) => status)).toEqual([
			'created',
			'created',
			'failed',
			'created',
		]);
		const [whole, rest, ...again] = bench.posts().map(({ idempotencyKey }) => idempotencyKey);
		expect(again).toEqual([whole, rest]);
		expect(rest).not.toBe(whole);
	});

	it.each([
		[
			'a code beside the fields',
			{ error: 'INVALID_REQUEST', message: 'No.', errors: { contacts: { 1: { name: ['Long.'] } } } },
		],
		['a bare list', [{}, { name: ['Long.'] }, {}]],
		['a text for a list', { contacts: { 1: { name: 'Long.' } } }],
		['a path with slashes, and a list of sentences', { field: 'contacts/1/name', errors: ['Long.'] }],
	])('tells it in another way: %s', async (_, body) => {
		refuse(body);
		const { items } = await bench.run(customerRows(3), addParameters(campaign));
		const results = jsonOf(items('Altur'));
		expect(results.map(({ status }) => status)).toEqual(['created', 'failed', 'created']);
		expect(results[1]).toMatchObject({
			error_field: 'name',
			error_message: expect.stringContaining('because of Name. Altur says: "Long."'),
		});
	});

	it('may have stored a row that it blames in the second try, and says so', async () => {
		bench.sandbox.faults.add({ kind: 'status', status: 503, body: {}, afterWork: true });
		bench.sandbox.faults.add({
			kind: 'status',
			status: 400,
			body: asList(2, new Map([[1, notText]])),
			skip: 1,
		});
		const { items } = await bench.run(customerRows(2), addParameters(campaign));
		expect(jsonOf(items('Altur'))[1]).toMatchObject({
			status: 'failed',
			error_message: expect.stringMatching(/Altur may have added it all the same\.$/),
		});
	});

	it('as long as they are in it is met again by the real thing: a refusal of the sandbox by phone number', async () => {
		const contacts = ['+525510000001', '+525510000003'];
		bench.sandbox.faults.add({ kind: 'blameRows', contacts, field: 'context', times: 'always' });
		const { items } = await bench.run(customerRows(5), addParameters(campaign));
		expect(jsonOf(items('Altur')).map(({ status, error_field }) => [status, error_field])).toEqual([
			['created', undefined],
			['failed', 'context'],
			['created', undefined],
			['failed', 'context'],
			['created', undefined],
		]);
		expect(bench.posts()).toHaveLength(2);
	});

	it('that blames rows it does not hold is refused as a whole', async () => {
		refuse(asObject(2, new Map([[7, notText]])));
		const { task } = await bench.run(customerRows(2), addParameters(campaign));
		expect(task('Altur').error?.message).toBe(
			'Altur refused other contacts of the same request, and these with them. It is about their Extracted Data. Altur says: "Not a valid string." [items 0 to 1]',
		);
		expect(bench.posts()).toHaveLength(1);
	});

	it('says of the others why they failed, when they are refused as well', async () => {
		refuse(asObject(3, new Map([[1, notText]])));
		refuse({ if_duplicate: ['"skip" is not a valid choice.'] });
		const { items } = await bench.run(customerRows(3), addParameters(campaign), {
			onError: 'continueRegularOutput',
		});
		expect(jsonOf(items('Altur')).map(({ error_code, error_field }) => [error_code, error_field])).toEqual([
			['REFUSED', undefined],
			['INVALID_FIELD', 'extracted_data'],
			['REFUSED', undefined],
		]);
		expect(bench.posts()).toHaveLength(2);
	});

	it('ends a run that stops at failures with what is known: refused before, and blamed again', async () => {
		refuse(asObject(3, new Map([[1, notText]])));
		refuse(asObject(2, new Map([[0, notText]])));
		const { task } = await bench.run(customerRows(3), addParameters(campaign));
		expect(task('Altur').error?.message).toBe(
			'Altur refused other contacts of the same request, and these with them. It is about their Extracted Data. Altur says: "Not a valid string." [item 2]',
		);
		expect(task('Altur').error?.description).toContain('No contact was added before; 2 were refused.');
	});
});
