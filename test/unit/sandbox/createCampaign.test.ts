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
			scheduling: null,
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

it('refuses an integration that belongs to another agent it knows', async () => {
	sandbox.reset('demo');
	const mateo = '2f6d0c1e-4b7a-4a53-9c1f-0d9e8b7a6c51';
	const foreign = await create({ ...plain, agent_id: mateo });
	expect(foreign.json).toMatchObject({ code: 'INVALID_REQUEST' });
	const own = await create({ ...plain, agent_id: mateo, integration_id: 'iph_2KdW7pQxN5sJ4mVrT6cE' });
	expect(own.json).toMatchObject({ campaign: { id: 1240, agent: { name: 'Mateo - Ventas' } } });
});

it('shows the analytics only when there is a snapshot', async () => {
	sandbox.addCampaign({ id: 7, analytics: { calls: 12 } });
	sandbox.addCampaign({ id: 8 });
	expect((await ask(sandbox, 'GET /campaigns/7')).json).toMatchObject({
		campaign: { analytics: { calls: 12 } },
	});
	expect((await ask(sandbox, 'GET /campaigns/8')).text).not.toContain('analytics');
	expect((await ask(sandbox, 'GET /campaigns/9')).json).toMatchObject({ code: 'NOT_FOUND' });
});
