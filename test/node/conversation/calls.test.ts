import { AlturBench, jsonOf } from '../harness/altur';
import { byId, pageAgent, rowsOf } from '../harness/campaignForms';

jest.setTimeout(60_000);

const anItem = rowsOf([{}]);
const ana = { id: 7, f_id: 'crm-7', name: 'Ana López', phone_number: '+525511112222', status: 'converted' };
const luis = { id: 8, f_id: 'crm-8', name: 'Luis Pérez', phone_number: '+525533334444', status: 'voicemail' };

describe('The calls of Altur', () => {
	let bench: AlturBench;
	let campaign: number;

	beforeAll(async () => {
		bench = await AlturBench.start({ rateLimit: false });
	});
	beforeEach(() => {
		bench.sandbox.reset();
		campaign = bench.sandbox.addCampaign().id;
		jest.spyOn(Math, 'random').mockReturnValue(0.001);
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});
	afterAll(async () => {
		await bench.stop();
	});

	const list = (more = {}) => ({
		resource: 'call',
		operation: 'getAll',
		campaignId: byId(campaign),
		...more,
	});
	const run = async (parameters: object, rows = anItem) => await bench.run(rows, { ...parameters });
	const queries = () => bench.sandbox.requests.map(({ query }) => query);

	it('are one flat row each, with what the agent found out, when they are simplified', async () => {
		bench.sandbox.addCall(campaign, {
			id: 'cll_1',
			contact: ana,
			tags: ['payment_promise', 'call_later'],
			extracted_data: { 'Payment Amount': '1200', status: 'mine' },
		});
		const { items } = await run(list());
		expect(jsonOf(items('Altur'))).toEqual([
			{
				call_id: 'cll_1',
				f_id: 'crm-7',
				contact: '+525511112222',
				name: 'Ana López',
				status: 'converted',
				call_status: 'ended',
				answered_by: 'human',
				duration: 45,
				billed_duration: 45,
				ended_by: 'user',
				ended_reason: 'user_hangup',
				started_at: '2026-06-01T15:00:05Z',
				ended_at: '2026-06-01T15:00:50Z',
				tags: 'payment_promise, call_later',
				recording_url: '/api/v1.0/call/cll_1/recording',
				'Payment Amount': '1200',
				'extracted_data.status': 'mine',
			},
		]);
	});

	it('come as Altur gives them when they are not', async () => {
		bench.sandbox.addCall(campaign, { id: 'cll_1', contact: ana });
		const { items } = await run(list({ simplify: false }));
		expect(jsonOf(items('Altur'))).toEqual([
			expect.objectContaining({ id: 'cll_1', contact: ana, policy_evaluation: expect.anything() }),
		]);
	});

	it('are flat rows too when Altur leaves out what it may', async () => {
		const call = { id: 'cll_1', status: 'no-answer', contact: null, answered_by: null, extracted_data: null };
		const body = { total_count: 1, calls: [call], pagination: { has_next: false } };
		bench.sandbox.faults.add({ kind: 'status', status: 200, body });
		const { items } = await run(list());
		expect(jsonOf(items('Altur'))).toEqual([
			{ call_id: 'cll_1', call_status: 'no-answer', answered_by: null, tags: '' },
		]);
	});

	it.each([
		['a limit', { limit: 130 }, 130, 2],
		['everything', { returnAll: true }, 250, 3],
	])('are read page by page for %s', async (_, form, count, pages) => {
		for (let number = 0; number < 250; number++) bench.sandbox.addCall(campaign);
		const { items } = await run(list(form));
		expect(items('Altur')).toHaveLength(count);
		expect(queries().map(({ pageIndex }) => pageIndex)).toEqual(
			Array.from({ length: pages }, (__, index) => String(index)),
		);
	});

	it('are filtered by status, by who answered, and by time in the time zone of the workflow', async () => {
		const filters = {
			status: 'ended',
			answeredBy: 'human',
			startDate: '2026-06-01T09:00',
			endDate: '2026-06-02T00:00:00.000-06:00',
		};
		bench.sandbox.addCall(campaign, { id: 'cll_in' });
		bench.sandbox.addCall(campaign, { id: 'cll_machine', answered_by: 'machine' });
		bench.sandbox.addCall(campaign, { id: 'cll_busy', status: 'busy' });
		bench.sandbox.addCall(campaign, { id: 'cll_late', created_at: '2026-06-03T15:00:00Z' });
		const { items } = await run(list({ filters }));
		expect(jsonOf(items('Altur')).map(({ call_id }) => call_id)).toEqual(['cll_in']);
		expect(queries()[0]).toMatchObject({
			status: 'ended',
			answeredBy: 'human',
			endDate: '2026-06-02T06:00:00.000Z',
		});
	});

	it.each([
		[{ startDate: '2026-06-02', endDate: '2026-06-01' }, 'End Date must be later than Start Date'],
		[{ startDate: 'soon' }, 'Start Date must be a date such as 2026-08-31 or 2026-08-31T09:00'],
	])('are not asked for with the filters %j', async (filters, message) => {
		const { run: outcome } = await run(list({ filters }));
		expect(outcome.data.resultData.error?.message).toBe(`${message} [item 0]`);
		expect(bench.sandbox.requests).toHaveLength(0);
	});

	it('are one of each contact, the last one, when only that is wanted, whatever their order', async () => {
		bench.sandbox.addCall(campaign, { id: 'cll_1', contact: ana, created_at: '2026-06-01T10:00:00-06:00' });
		bench.sandbox.addCall(campaign, { id: 'cll_2', contact: luis, created_at: '2026-06-01T12:00:00Z' });
		bench.sandbox.addCall(campaign, { id: 'cll_3', contact: ana, created_at: '2026-06-01T15:30:00Z' });
		const { items } = await run(list({ lastPerContact: true, limit: 2 }));
		expect(jsonOf(items('Altur')).map(({ call_id }) => call_id)).toEqual(['cll_1', 'cll_2']);
	});

	it('are read one by one, with the conversation as messages and as text when that is wanted', async () => {
		const transcript = [
			{ sent_by: 'AI', content: '¿Hola, hablo con Ana?' },
			{ sent_by: 'EU', content: 'Sí.' },
			{ sent_by: 'SYS', content: '' },
		] as const;
		bench.sandbox.addCall(campaign, {
			id: 'cll_1',
			contact: ana,
			transcript: [...transcript],
			tags: ['vip'],
		});
		const get = { resource: 'call', operation: 'get', callId: 'cll_1' };
		const plain = await run(get);
		expect(jsonOf(plain.items('Altur'))).toEqual([
			expect.objectContaining({ id: 'cll_1', billable_duration: 45, thread: expect.anything() }),
		]);
		expect(jsonOf(plain.items('Altur'))[0]).not.toHaveProperty('transcript');
		const whole = await run({ ...get, includeTranscript: true });
		expect(jsonOf(whole.items('Altur'))).toEqual([
			expect.objectContaining({
				thread: expect.objectContaining({ tags: [{ id: 'tag_vip', name: 'vip', color: 'blue' }] }),
				messages: [expect.anything(), expect.anything(), expect.anything()],
				transcript: 'Agent: ¿Hola, hablo con Ana?\nContact: Sí.\nSystem: [text]',
			}),
		]);
	});

	it('are read without messages when their conversation is not there any more', async () => {
		bench.sandbox.addCall(campaign, { id: 'cll_1' });
		bench.sandbox.faults.add({
			kind: 'status',
			status: 404,
			body: { error: 404, message: 'Thread not found.' },
			match: { path: '/message/' },
		});
		const { items } = await run({
			resource: 'call',
			operation: 'get',
			callId: 'cll_1',
			includeTranscript: true,
		});
		expect(jsonOf(items('Altur'))).toEqual([
			expect.objectContaining({ id: 'cll_1', messages: [], transcript: '' }),
		]);
	});

	it('have their conversation nowhere but under its own address, whatever its ID is', async () => {
		const body = { id: 'cll_1', thread: { id: '../campaigns?pageSize=1' } };
		bench.sandbox.faults.add({ kind: 'status', status: 200, body, match: { path: '/call/' } });
		await run({ resource: 'call', operation: 'get', callId: 'cll_1', includeTranscript: true });
		expect(bench.sandbox.requests[1]).toMatchObject({
			query: {},
			path: expect.stringMatching(/\/message\/[^/]+$/),
		});
	});

	it('are read by an ID that a sheet holds as a number', async () => {
		bench.sandbox.addCall(campaign, { id: '12' });
		const { items } = await run({ resource: 'call', operation: 'get', callId: '={{ 12 }}' });
		expect(jsonOf(items('Altur'))).toMatchObject([{ id: '12' }]);
	});

	it('come once each when new ones move the list on while it is read', async () => {
		for (const [ids, has_next] of [
			[['cll_3', 'cll_2'], true],
			[['cll_2', 'cll_1'], false],
		] as const) {
			const body = { calls: ids.map((id) => ({ id })), pagination: { has_next } };
			bench.sandbox.faults.add({ kind: 'status', status: 200, body, match: { path: '/calls' } });
		}
		const { items } = await run(list({ returnAll: true }));
		expect(jsonOf(items('Altur')).map(({ call_id }) => call_id)).toEqual(['cll_3', 'cll_2', 'cll_1']);
	});

	it.each([
		['={{ $json.none }}', 'Call ID is empty'],
		['../campaigns', 'Call ID must be an ID of letters'],
	])('are not read by the ID "%s"', async (callId, message) => {
		const { run: outcome } = await run({ resource: 'call', operation: 'get', callId });
		expect(outcome.data.resultData.error?.message).toContain(message);
		expect(bench.sandbox.requests).toHaveLength(0);
	});

	it.each([
		['get', 'Altur has no call cll_9'],
		['getRecording', 'Altur has no recording of call cll_9'],
		['thread: get', 'Altur has no thread cll_9'],
		['message: getAll', 'Altur has no thread cll_9'],
	])('are named when Altur does not have them: %s', async (name, message) => {
		const [resource, operation] = name.includes(': ') ? name.split(': ') : ['call', name];
		const { run: outcome } = await run({ resource, operation, callId: 'cll_9', threadId: 'cll_9' });
		expect(outcome.data.resultData.error?.message).toBe(`${message} [item 0]`);
	});

	describe('that are started', () => {
		const start = (more = {}) => ({
			resource: 'call',
			operation: 'start',
			agentId: byId(pageAgent),
			phoneNumber: '={{ $json.phone }}',
			...more,
		});

		it('ring at the cleaned number, with what the agent is to know, once for each item', async () => {
			const rows = rowsOf([{ phone: '55 1234 5678' }, { phone: '+52 (55) 8765-4321' }]);
			const additionalFields = {
				defaultCountry: 'MX',
				displayName: 'Ana',
				context: '={{ ({ owes: 1200 }) }}',
				initialMessage: '¿Hola?',
			};
			const { items } = await run(start({ additionalFields }), rows);
			expect(jsonOf(items('Altur'))).toEqual([
				expect.objectContaining({ status: 'created' }),
				expect.objectContaining({ status: 'created' }),
			]);
			expect(bench.sandbox.requests.map(({ body }) => body)).toEqual(
				['+525512345678', '+525587654321'].map((phone_number_to) => ({
					agent_id: pageAgent,
					phone_number_to,
					end_user_display_name: 'Ana',
					end_user_context: { owes: 1200 },
					initial_message: '¿Hola?',
				})),
			);
		});

		it.each(['', '12', '55 1234 5678', 'call me', '+525512345678 / +525587654321'])(
			'do not ring at the doubtful number "%s"',
			async (phone) => {
				const { run: outcome } = await run(start(), rowsOf([{ phone }]));
				expect(outcome.data.resultData.error?.message).toContain('Phone Number must be one number with +');
				expect(bench.sandbox.requests).toHaveLength(0);
			},
		);

		it('do not advise a Default Country where one is set', async () => {
			const message = async (form: object) =>
				(await run(start(form), rowsOf([{ phone: '12' }]))).run.data.resultData.error?.message;
			expect(await message({})).toContain('; Default Country completes numbers without it');
			expect(await message({ additionalFields: { defaultCountry: 'MX' } })).not.toContain('Default Country');
		});

		it.each(['5.21E+11', 521000000000])('do not ring at %p, which a sheet has rounded', async (phone) => {
			const { run: outcome } = await run(start(), rowsOf([{ phone }]));
			expect(outcome.data.resultData.error?.message).toContain('The sheet has rounded this number');
			expect(bench.sandbox.requests).toHaveLength(0);
		});

		it.each(['resetAfter', 'hang'] as const)(
			'ring once when the answer is lost (%s), and the error says where to look',
			async (kind) => {
				bench.sandbox.faults.add(
					kind === 'hang' ? { kind: 'status', status: 500, afterWork: true } : { kind },
				);
				const { run: outcome } = await run(start(), rowsOf([{ phone: '+525512345678' }]));
				expect(outcome.data.resultData.error?.description).toContain(
					'Look in Altur first whether the person was called: a new run would call again.',
				);
				expect(bench.sandbox.calls()).toHaveLength(1);
			},
		);

		it('ring once also under Retry On Fail, when nobody knows whether they rang', async () => {
			bench.sandbox.faults.add({ kind: 'resetAfter', skip: 1 });
			const rows = rowsOf([{ phone: '+525512345678' }, { phone: '+525587654321' }]);
			const { run: outcome } = await bench.run(rows, start(), {
				retryOnFail: true,
				maxTries: 3,
				waitBetweenTries: 0,
			});
			expect(outcome.data.resultData.error?.message).toBe(
				'An earlier try of this run may have carried this out already [item 1]',
			);
			expect(bench.sandbox.calls()).toHaveLength(2);
			expect(bench.sandbox.requests).toHaveLength(2);
		});

		it('are not made by an agent that Altur does not have', async () => {
			bench.sandbox.faults.add({ kind: 'status', status: 404, body: { error: 404, message: 'Not found' } });
			const { run: outcome } = await run(start(), rowsOf([{ phone: '+525512345678' }]));
			expect(outcome.data.resultData.error?.message).toBe(
				`Altur has no agent ${pageAgent} that the API key can see [item 0]`,
			);
		});
	});
});
