import { AlturBench, jsonOf } from '../harness/altur';
import { byId, createParameters, pageAgent, pagePhone, pageWhatsApp, rowsOf } from '../harness/campaignForms';

const anItem = rowsOf([{}]);

describe('Campaign: Create', () => {
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

	const bodies = () => bench.sandbox.requests.map(({ body }) => body);

	it("sends the page's example of a phone campaign with cooldown cycles, key for key", async () => {
		const { items } = await bench.run(
			anItem,
			createParameters({
				cycles: { settings: { maxIterations: 3, cooldownMinutes: 30, filterStatuses: ['converted'] } },
				timezone: { __rl: true, mode: 'list', value: 'America/Mexico_City' },
				additionalFields: {
					firstMessage: 'Hi, am I speaking with {name}?',
					idempotencyKey: '6f0b2c8c-2a7e-4f5e-9b6a-3a2e8b9c4d10',
				},
			}),
		);
		expect(bodies()).toEqual([
			{
				name: 'Q2 Reactivation',
				agent_id: '6c4951e6-9877-4d7c-88d7-56b4948d3cce',
				integration_id: 'iph_8YqL3mZxR1tV0nKfH9bA',
				integration_type: 'phone_call',
				timezone: 'America/Mexico_City',
				first_message: 'Hi, am I speaking with {name}?',
				cycles: {
					enabled: true,
					mode: 'cooldown',
					max_iterations: 3,
					cooldown_minutes: 30,
					filter_statuses: ['converted'],
				},
			},
		]);
		expect(bench.sandbox.requests[0]?.idempotencyKey).toBe('6f0b2c8c-2a7e-4f5e-9b6a-3a2e8b9c4d10');
		expect(jsonOf(items('Altur'))).toEqual([
			expect.objectContaining({ id: 1001, name: 'Q2 Reactivation', status: 'pending' }),
		]);
	});

	it("sends the page's example of a WhatsApp campaign, key for key", async () => {
		await bench.run(
			anItem,
			createParameters({
				integrationType: 'whatsapp',
				name: 'Promo June',
				integrationId: byId(pageWhatsApp),
				additionalFields: { template: 'promo_june_v1' },
			}),
		);
		expect(bodies()).toEqual([
			{
				name: 'Promo June',
				agent_id: '6c4951e6-9877-4d7c-88d7-56b4948d3cce',
				integration_id: 'iwa_8YqL3mZxR1tV0nKfH9bA',
				integration_type: 'whatsapp',
				template: 'promo_june_v1',
			},
		]);
	});

	it('sends every other field of the page as the form holds it', async () => {
		await bench.run(
			anItem,
			createParameters({
				scheduling: {
					windows: [
						{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], startTime: '09:00', stopTime: '18:00' },
						{ days: ['sat'], startTime: '9:30', stopTime: '13:00' },
					],
				},
				cycles: {
					settings: {
						mode: 'scheduled',
						maxIterations: 7,
						filterTags: 'vip, past due',
						scheduleStartDate: '2026-08-31T00:00:00',
						scheduleEndDate: '2026-09-30',
					},
				},
				cyclesSchedule: { windows: [{ days: ['tue'], startTime: '10:00', stopTime: '12:00' }] },
				additionalFields: { description: 'Debtors of May', retries: 0, messageLimit: 10_000 },
			}),
		);
		const weekday = { startTime: '09:00', stopTime: '18:00', active: true };
		const off = { startTime: '10:00', stopTime: '12:00', active: false };
		expect(bodies()).toEqual([
			{
				name: 'Q2 Reactivation',
				agent_id: pageAgent,
				integration_id: pagePhone,
				integration_type: 'phone_call',
				description: 'Debtors of May',
				retries: 0,
				message_limit: 10_000,
				scheduling: {
					mon: weekday,
					tue: weekday,
					wed: weekday,
					thu: weekday,
					fri: weekday,
					sat: { startTime: '09:30', stopTime: '13:00', active: true },
					sun: { startTime: '09:00', stopTime: '18:00', active: false },
				},
				cycles: {
					enabled: true,
					mode: 'scheduled',
					max_iterations: 7,
					filter_tags: ['vip', 'past due'],
					schedule: {
						mon: off,
						tue: { ...off, active: true },
						wed: off,
						thu: off,
						fri: off,
						sat: off,
						sun: off,
					},
					schedule_start_date: '2026-08-31',
					schedule_end_date: '2026-09-30',
				},
			},
		]);
	});

	it('sends the alternate template of a WhatsApp campaign', async () => {
		await bench.run(
			anItem,
			createParameters({
				integrationType: 'whatsapp',
				integrationId: byId(pageWhatsApp),
				additionalFields: { template: 'promo_june_v1', templateAlt: 'promo_june_v2' },
			}),
		);
		expect(bodies()).toEqual([
			expect.objectContaining({ template: 'promo_june_v1', template_alt: 'promo_june_v2' }),
		]);
	});

	it.each(['phone_call', 'whatsapp'])(
		'leaves it to Altur whether an integration is one of %s whose ID tells no channel',
		async (integrationType) => {
			await bench.run(anItem, createParameters({ integrationType, integrationId: byId('line-7') }));
			expect(bodies()).toEqual([
				expect.objectContaining({ integration_id: 'line-7', integration_type: integrationType }),
			]);
		},
	);

	const staleForm = {
		cycles: { settings: { mode: 'scheduled', maxIterations: 3 } },
		cyclesSchedule: { windows: [{ days: ['tue'], startTime: '10:00', stopTime: '12:00' }] },
		additionalFields: { firstMessage: 'Hi', template: 'promo_june_v1', templateAlt: 'promo_june_v2' },
	};

	it.each(['whatsapp', '={{ $json.channel }}'])(
		'never sends first_message or cycles to WhatsApp (%s), also if the form still holds them',
		async (integrationType) => {
			await bench.run(
				rowsOf([{ channel: 'whatsapp' }]),
				createParameters({ ...staleForm, integrationType, integrationId: byId(pageWhatsApp) }),
			);
			expect(bodies()).toEqual([
				{
					name: 'Q2 Reactivation',
					agent_id: pageAgent,
					integration_id: pageWhatsApp,
					integration_type: 'whatsapp',
					template: 'promo_june_v1',
					template_alt: 'promo_june_v2',
				},
			]);
		},
	);

	it.each(['phone_call', '={{ $json.channel }}'])(
		'never sends template or template_alt to a phone campaign (%s), also if the form still holds them',
		async (integrationType) => {
			await bench.run(
				rowsOf([{ channel: 'phone_call' }]),
				createParameters({ ...staleForm, integrationType }),
			);
			const [body] = bodies();
			expect(body).toMatchObject({ first_message: 'Hi', cycles: { mode: 'scheduled' } });
			expect(body).not.toHaveProperty('template');
			expect(body).not.toHaveProperty('template_alt');
		},
	);

	it.each([
		['cooldown', ['cooldown_minutes']],
		['scheduled', ['schedule', 'schedule_start_date', 'schedule_end_date']],
	])('sends in %s mode only the fields of that mode', async (mode, expected) => {
		await bench.run(
			anItem,
			createParameters({
				cycles: {
					settings: {
						mode,
						maxIterations: 3,
						cooldownMinutes: 45,
						scheduleStartDate: '2026-08-31',
						scheduleEndDate: '2026-09-30',
					},
				},
				cyclesSchedule: staleForm.cyclesSchedule,
			}),
		);
		const campaign = bench.sandbox.state().campaigns[0];
		const sent = Object.keys(campaign?.cycles ?? {});
		expect(sent.sort()).toEqual(['enabled', 'max_iterations', 'mode', ...expected].sort());
	});

	it('leaves cycles off until they are added', async () => {
		await bench.run(anItem, createParameters({ cyclesSchedule: staleForm.cyclesSchedule }));
		expect(bodies()[0]).not.toHaveProperty('cycles');
	});

	it('leaves out what an expression leaves empty', async () => {
		await bench.run(
			rowsOf([{ description: '' }]),
			createParameters({
				timezone: byId('={{ $json.zone }}'),
				additionalFields: {
					description: '={{ $json.description }}',
					retries: '={{ $json.retries }}',
					idempotencyKey: '={{ $json.key }}',
				},
			}),
		);
		expect(Object.keys(bench.sandbox.requests[0]?.body ?? {}).sort()).toEqual(
			['agent_id', 'integration_id', 'integration_type', 'name'].sort(),
		);
		expect(bench.sandbox.requests[0]?.idempotencyKey).toMatch(/^[\da-f]{8}-[\da-f]{4}-5/);
	});

	it('takes the time zone of the main form, or of its older place while the main form has none', async () => {
		const additionalFields = { timezone: 'America/Bogota' };
		const none = { __rl: true, mode: 'list', value: '' };
		for (const form of [
			{ additionalFields },
			{ additionalFields, timezone: none },
			{ additionalFields, timezone: byId('America/Lima') },
			{ timezone: none },
		]) {
			await bench.run(anItem, createParameters(form));
		}
		const zones = bodies().map((body) => Object(body).timezone);
		expect(zones).toEqual(['America/Bogota', 'America/Bogota', 'America/Lima', undefined]);
	});

	it('creates a campaign per item, paired and in order, each with a key of its own', async () => {
		const { items } = await bench.run(
			rowsOf(['May', 'June', 'June'].map((month) => ({ month }))),
			createParameters({ name: '=Debtors of {{ $json.month }}' }),
			{},
			{
				nodes: [
					{ name: 'After', type: 'test.probe', parameters: { value: "={{ $('Rows').item.json.month }}" } },
				],
			},
		);
		const keys = bench.sandbox.requests.map(({ idempotencyKey }) => idempotencyKey);
		expect(new Set(keys).size).toBe(3);
		expect(jsonOf(items('After')).map(({ id, name, probed }) => [id, name, probed])).toEqual([
			[1001, 'Debtors of May', 'May'],
			[1002, 'Debtors of June', 'June'],
			[1003, 'Debtors of June', 'June'],
		]);
	});

	it('creates one campaign per deal with an Idempotency Key that names the deal', async () => {
		const parameters = createParameters({ additionalFields: { idempotencyKey: '=deal-{{ $json.deal }}' } });
		await bench.run(rowsOf([{ deal: 7 }, { deal: 8 }]), parameters);
		const { items } = await bench.run(rowsOf([{ deal: 8 }, { deal: 9 }]), parameters);
		expect(bench.sandbox.requests.map(({ idempotencyKey }) => idempotencyKey)).toEqual([
			'deal-7',
			'deal-8',
			'deal-8',
			'deal-9',
		]);
		expect(bench.sandbox.state().campaigns).toHaveLength(3);
		expect(jsonOf(items('Altur')).map(({ id }) => id)).toEqual([1002, 1003]);
	});

	it('turns an Idempotency Key that no header can carry into a UUID', async () => {
		const parameters = createParameters({ additionalFields: { idempotencyKey: 'Año 2026 ✓' } });
		await bench.run(anItem, parameters);
		await bench.run(anItem, parameters);
		const [first, second] = bench.sandbox.requests;
		expect(first?.idempotencyKey).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-/);
		expect(second?.idempotencyKey).toBe(first?.idempotencyKey);
	});

	it('creates 40 campaigns, not 41, when a connection breaks after the work was done and the node is retried', async () => {
		jest.spyOn(Math, 'random').mockReturnValue(0.001);
		bench.sandbox.faults.add(
			{ kind: 'resetAfter', skip: 12, times: 1 },
			{ kind: 'status', status: 400, body: { code: 'INVALID_REQUEST' }, afterWork: true, skip: 30, times: 1 },
		);
		const { items, run } = await bench.run(
			rowsOf(Array.from({ length: 40 }, (_, week) => ({ week }))),
			createParameters({ name: '=Week {{ $json.week }}' }),
			{ retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
		);
		jest.restoreAllMocks();
		expect(run.status).toBe('success');
		expect(bench.sandbox.requests.length).toBeGreaterThan(40);
		expect(bench.sandbox.state().campaigns).toHaveLength(40);
		expect(jsonOf(items('Altur')).map(({ name }) => name)).toEqual(
			Array.from({ length: 40 }, (_, week) => `Week ${week}`),
		);
	}, 30_000);

	it('creates one campaign when the answer is lost and the form comes to something else in the next try', async () => {
		jest.spyOn(Math, 'random').mockReturnValue(0.001);
		bench.sandbox.faults.add({ kind: 'resetAfter', times: 6 });
		const { items, run } = await bench.run(
			anItem,
			createParameters({ name: '=Load {{ Math.floor(performance.now() * 1000) }}' }),
			{ retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
		);
		jest.restoreAllMocks();
		expect(run.status).toBe('success');
		expect(bench.sandbox.requests).toHaveLength(7);
		expect(jsonOf(items('Altur'))).toEqual([expect.objectContaining({ id: 1001 })]);
		expect(bench.sandbox.state().campaigns).toHaveLength(1);
	}, 30_000);

	it('makes new keys in a new execution', async () => {
		await bench.run(anItem, createParameters());
		await bench.run(anItem, createParameters());
		expect(bench.sandbox.state().campaigns).toHaveLength(2);
	});
});
