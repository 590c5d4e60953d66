import { AlturBench, jsonOf } from '../harness/altur';
import { byId, rowsOf, updateParameters } from '../harness/campaignForms';

const anItem = rowsOf([{}]);
const cooldown = { enabled: true, mode: 'cooldown', max_iterations: 3, cooldown_minutes: 30 } as const;
const scheduled = { enabled: true, mode: 'scheduled', max_iterations: 3 } as const;

describe('Campaign: Update', () => {
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

	it("sends the page's example of a rename, key for key", async () => {
		bench.sandbox.addCampaign({ id: 1234 });
		const { items } = await bench.run(
			anItem,
			updateParameters(1234, { updateFields: { name: 'Q2 Reactivation - wave 2', retries: 2 } }),
		);
		expect(bench.sandbox.requests).toEqual([
			expect.objectContaining({
				method: 'PATCH',
				path: '/api/v1.0/campaigns/1234',
				body: { name: 'Q2 Reactivation - wave 2', retries: 2 },
			}),
		]);
		expect(jsonOf(items('Altur'))).toEqual([
			expect.objectContaining({ id: 1234, name: 'Q2 Reactivation - wave 2' }),
		]);
	});

	it.each([60, '60'])("sends the page's example of a cooldown (%p), key for key", async (cooldownMinutes) => {
		bench.sandbox.addCampaign({ id: 1234, cycles: cooldown });
		await bench.run(anItem, updateParameters(1234, { cycles: { settings: { cooldownMinutes } } }));
		expect(bodies()).toEqual([{ cycles: { cooldown_minutes: 60 } }]);
	});

	it('sends every other field of the page as the form holds it', async () => {
		bench.sandbox.addCampaign({ id: 1, cycles: scheduled });
		bench.sandbox.addCampaign({ id: 2, integration: { id: 'iwa_1', type: 'whatsapp' } });
		const hours = { windows: [{ days: ['mon'], startTime: '08:00', stopTime: '10:00' }] };
		await bench.run(
			anItem,
			updateParameters(1, {
				updateFields: {
					description: 'Debtors of May',
					timezone: 'America/Bogota',
					messageLimit: 5000,
					firstMessage: 'Hi {name}',
				},
				scheduling: hours,
				cycles: {
					settings: {
						maxIterations: '7',
						filterStatuses: ['converted', 'answered'],
						filterTags: 'vip',
						scheduleStartDate: '2026-08-31T00:00:00',
						scheduleEndDate: '2026-09-30T00:00:00',
					},
				},
				cyclesSchedule: hours,
			}),
		);
		await bench.run(
			anItem,
			updateParameters(2, { updateFields: { template: 'promo_june_v1', templateAlt: 'promo_june_v2' } }),
		);
		const off = { startTime: '08:00', stopTime: '10:00', active: false };
		const week = {
			mon: { ...off, active: true },
			tue: off,
			wed: off,
			thu: off,
			fri: off,
			sat: off,
			sun: off,
		};
		expect(bodies()).toEqual([
			{
				description: 'Debtors of May',
				timezone: 'America/Bogota',
				message_limit: 5000,
				first_message: 'Hi {name}',
				scheduling: week,
				cycles: {
					max_iterations: 7,
					filter_statuses: ['converted', 'answered'],
					filter_tags: ['vip'],
					schedule: week,
					schedule_start_date: '2026-08-31',
					schedule_end_date: '2026-09-30',
				},
			},
			{ template: 'promo_june_v1', template_alt: 'promo_june_v2' },
		]);
	});

	it('changes the time zone to that of the main form, or of its older place while the main form has none', async () => {
		bench.sandbox.addCampaign({ id: 1 });
		const updateFields = { timezone: 'America/Bogota' };
		await bench.run(anItem, updateParameters(1, { updateFields }));
		await bench.run(anItem, updateParameters(1, { updateFields, timezone: byId('America/Lima') }));
		expect(bodies()).toEqual([{ timezone: 'America/Bogota' }, { timezone: 'America/Lima' }]);
	});

	it('sends the cycles of the form also for a campaign that the list names as one of WhatsApp: Altur is to judge', async () => {
		bench.sandbox.addCampaign({ id: 1 });
		const campaignId = {
			__rl: true,
			mode: 'list',
			value: '1',
			cachedResultName: 'Promo - WhatsApp - ready - 1',
		};
		const cycles = { settings: { maxIterations: '3' } };
		const cyclesSchedule = { windows: [{ days: ['mon'], startTime: '09:00', stopTime: '10:00' }] };
		await bench.run(anItem, updateParameters(1, { campaignId, cycles, cyclesSchedule }));
		expect(bodies()).toMatchObject([{ cycles: { max_iterations: 3, schedule: { mon: { active: true } } } }]);
	});

	it('clears a text that was added and left empty, and leaves alone what was not added', async () => {
		bench.sandbox.addCampaign({ id: 1, description: 'old', first_message: 'Hello' });
		await bench.run(
			rowsOf([{ description: '' }]),
			updateParameters(1, { updateFields: { description: '={{ $json.description }}' } }),
		);
		await bench.run(anItem, updateParameters(1, { updateFields: { firstMessage: '' } }));
		expect(bodies()).toEqual([{ description: '' }, { first_message: '' }]);
	});

	it('leaves alone what an expression finds no column for', async () => {
		bench.sandbox.addCampaign({ id: 1, description: 'old' });
		await bench.run(
			rowsOf([{ name: 'New name' }]),
			updateParameters(1, {
				updateFields: {
					name: '={{ $json.name }}',
					description: '={{ $json.description }}',
					retries: '={{ $json.retries }}',
				},
				timezone: byId('={{ $json.zone }}'),
			}),
		);
		expect(bodies()).toEqual([{ name: 'New name' }]);
	});

	it('empties the filters of cycles with an expression that gives an empty list', async () => {
		bench.sandbox.addCampaign({
			id: 1,
			cycles: { ...cooldown, filter_statuses: ['failed'], filter_tags: ['vip'] },
		});
		await bench.run(
			anItem,
			updateParameters(1, { cycles: { settings: { filterStatuses: '={{ [] }}', filterTags: '={{ [] }}' } } }),
		);
		expect(bodies()).toEqual([{ cycles: { filter_statuses: [], filter_tags: [] } }]);
	});

	it('never sends an immutable field, also if the form holds one', async () => {
		bench.sandbox.addCampaign({ id: 1, cycles: cooldown });
		await bench.run(
			anItem,
			updateParameters(1, {
				integrationType: 'whatsapp',
				agentId: byId('other'),
				integrationId: byId('other'),
				updateFields: {
					name: 'New name',
					agentId: 'other',
					integrationId: 'other',
					integrationType: 'whatsapp',
				},
				cycles: { settings: { mode: 'scheduled', enabled: false, maxIterations: 5 } },
			}),
		);
		expect(bodies()).toEqual([{ name: 'New name', cycles: { max_iterations: 5 } }]);
	});

	it.each([
		['nothing', {}],
		['groups that were added and left empty', { cycles: { settings: {} }, scheduling: { windows: [] } }],
		['fields without a value', { updateFields: { description: '={{ $json.missing }}' } }],
	])('says so and sends nothing when %s is set', async (_, form) => {
		bench.sandbox.addCampaign({ id: 1 });
		const { run } = await bench.run(anItem, updateParameters(1, form));
		expect(run.data.resultData.error?.message).toBe(
			'Nothing to change is set: add at least one field under Update Fields, or a schedule, or cycles [item 0]',
		);
		expect(bench.sandbox.requests).toEqual([]);
	});

	it('updates a campaign per item in order, so that the last row of a campaign wins', async () => {
		bench.sandbox.addCampaign({ id: 1 });
		bench.sandbox.addCampaign({ id: 2 });
		const { items } = await bench.run(
			rowsOf([
				{ id: 1, name: 'One' },
				{ id: 2, name: 'Two' },
				{ id: 1, name: 'One again' },
			]),
			updateParameters('={{ $json.id }}', { updateFields: { name: '={{ $json.name }}' } }),
		);
		expect(jsonOf(items('Altur')).map(({ id, name }) => [id, name])).toEqual([
			[1, 'One'],
			[2, 'Two'],
			[1, 'One again'],
		]);
		expect(items('Altur').map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(bench.sandbox.state().campaigns.map(({ name }) => name)).toEqual(['One again', 'Two']);
	});
});
