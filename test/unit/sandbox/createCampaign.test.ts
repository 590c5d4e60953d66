import { contactStatuses } from '../../../sandbox/altur/contactsSchema';
import { startAlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import type { AlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import { ask } from './alturClient';
import { day, phoneExample, plain, whatsAppExample } from './campaignExamples';

let sandbox: AlturSandbox;
beforeAll(async () => {
	sandbox = await startAlturSandbox({ rateLimit: false });
});
beforeEach(() => {
	sandbox.reset();
});
afterAll(() => sandbox.close());

const create = (body: unknown) => ask(sandbox, 'POST /campaigns', { body });

it("creates the vendor page's phone campaign with cooldown cycles", async () => {
	const answer = await create(phoneExample);
	expect(answer.status).toBe(201);
	expect(answer.json).toEqual({
		success: true,
		campaign: {
			id: 1001,
			name: 'Q2 Reactivation',
			status: 'pending',
			integration: { id: 'iph_8YqL3mZxR1tV0nKfH9bA', type: 'phone_call' },
			agent: { id: phoneExample.agent_id, name: 'Agent' },
			created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
			cycles: phoneExample.cycles,
		},
	});
});

it("creates the vendor page's WhatsApp campaign, with the documented defaults", async () => {
	expect((await create(whatsAppExample)).status).toBe(201);
	expect(sandbox.state().campaigns).toMatchObject([
		{ template: 'promo_june_v1', timezone: 'America/Mexico_City', retries: 1, message_limit: 250 },
	]);
});

it.each([
	['limits at their ends', { ...plain, name: 'x'.repeat(255), retries: 0, message_limit: 10_000 }],
	['a week of windows', { ...plain, scheduling: { mon: day, tue: day, sun: { active: false } } }],
	['an inactive day with times', { ...plain, scheduling: { sat: { ...day, active: false } } }],
	['cycles switched off, the rest ignored', { ...plain, cycles: { enabled: false, mode: 7, schedule: 'x' } }],
	[
		'every status as a filter',
		{ ...plain, cycles: { ...phoneExample.cycles, filter_statuses: contactStatuses } },
	],
	['any tag while it knows none', { ...plain, cycles: { ...phoneExample.cycles, filter_tags: ['vip'] } }],
	[
		'dates of cycles that are null',
		{
			...plain,
			cycles: {
				enabled: true,
				mode: 'scheduled',
				schedule_start_date: '2026-02-28',
				schedule_end_date: null,
			},
		},
	],
	[
		'cycles in scheduled mode',
		{
			...plain,
			cycles: {
				enabled: true,
				mode: 'scheduled',
				schedule: { mon: day },
				schedule_start_date: '2026-02-28',
				schedule_end_date: '2026-02-28',
			},
		},
	],
])('accepts %s', async (_what, body) => {
	expect((await create(body)).status).toBe(201);
});

it('shows the analytics only when there is a snapshot', async () => {
	sandbox.addCampaign({ id: 7, analytics: { calls: 12 } });
	sandbox.addCampaign({ id: 8 });
	expect((await ask(sandbox, 'GET /campaigns/7')).json).toMatchObject({
		campaign: { analytics: { calls: 12 } },
	});
	expect((await ask(sandbox, 'GET /campaigns/8')).text).not.toContain('analytics');
	expect((await ask(sandbox, 'GET /campaigns/9')).json).toMatchObject({ error: 'NOT_FOUND' });
});

it('takes the tags of cycles and never shows them', async () => {
	const cycles = { ...phoneExample.cycles, filter_tags: ['vip'] };
	const { json, text } = await create({ ...plain, cycles });
	expect(json).toMatchObject({ campaign: { cycles: phoneExample.cycles } });
	expect(text).not.toContain('filter_tags');
	expect(sandbox.state().campaigns).toMatchObject([{ cycles: { filter_tags: ['vip'] } }]);
});

it('shows a campaign whose integration is gone', async () => {
	sandbox.addCampaign({ id: 7, integration: null });
	expect((await ask(sandbox, 'GET /campaigns/7')).json).toMatchObject({ campaign: { integration: null } });
	expect((await ask(sandbox, 'PATCH /campaigns/7', { body: { template: 't' } })).status).toBe(200);
	expect((await ask(sandbox, 'GET /campaigns?integration=phone_call')).json).toMatchObject({ campaigns: [] });
});
