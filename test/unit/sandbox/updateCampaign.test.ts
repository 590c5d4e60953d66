import type { SeedCampaign } from '../../../sandbox/altur/seedCampaign';
import { startAlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import type { AlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import { ask } from './alturClient';

const cooldown: SeedCampaign = {
	cycles: { enabled: true, mode: 'cooldown', max_iterations: 3, cooldown_minutes: 30, filter_tags: ['vip'] },
};
const scheduled: SeedCampaign = {
	cycles: {
		enabled: true,
		mode: 'scheduled',
		schedule_start_date: '2026-03-01',
		schedule_end_date: '2026-03-31',
	},
};
const whatsApp: SeedCampaign = { integration: { id: 'iwa_8YqL3mZxR1tV0nKfH9bA', type: 'whatsapp' } };
const day = { startTime: '09:00', stopTime: '18:00', active: true };

let sandbox: AlturSandbox;
beforeAll(async () => {
	sandbox = await startAlturSandbox({ rateLimit: false });
});
beforeEach(() => {
	sandbox.reset();
});
afterAll(() => sandbox.close());

const update = (seed: SeedCampaign, body: unknown) =>
	ask(sandbox, `PATCH /campaigns/${String(sandbox.addCampaign(seed).id)}`, { body });

it("does the vendor page's two examples and leaves the rest alone", async () => {
	const renamed = await update({ description: 'kept' }, { name: 'Q2 Reactivation - wave 2', retries: 2 });
	expect(renamed.json).toMatchObject({ success: true, campaign: { name: 'Q2 Reactivation - wave 2' } });
	const cooled = await update(cooldown, { cycles: { cooldown_minutes: 60 } });
	expect(cooled.json).toMatchObject({
		campaign: { cycles: { enabled: true, mode: 'cooldown', max_iterations: 3, cooldown_minutes: 60 } },
	});
	expect(sandbox.state().campaigns).toMatchObject([
		{ name: 'Q2 Reactivation - wave 2', retries: 2, description: 'kept' },
		{ name: 'Reactivation', retries: 1, cycles: { filter_tags: ['vip'] } },
	]);
});

it('replaces a schedule whole, clears a text with an empty one, and takes an empty update', async () => {
	await update(
		{ scheduling: { mon: day }, description: 'old' },
		{ scheduling: { tue: day }, description: '' },
	);
	expect(sandbox.state().campaigns).toMatchObject([{ scheduling: { tue: day }, description: '' }]);
	expect(sandbox.state().campaigns[0]?.scheduling).not.toHaveProperty('mon');
	expect((await update({}, {})).status).toBe(200);
});

it('changes the schedule of cycles in scheduled mode', async () => {
	const answer = await update(scheduled, {
		cycles: { schedule: { mon: day }, schedule_end_date: '2026-04-30' },
	});
	expect(answer.json).toMatchObject({
		campaign: { cycles: { schedule: { mon: day }, schedule_end_date: '2026-04-30' } },
	});
});

it('takes a date of cycles away with null', async () => {
	const answer = await update(scheduled, { cycles: { schedule_end_date: null } });
	expect(answer.json).toMatchObject({
		campaign: { cycles: { schedule_start_date: '2026-03-01', schedule_end_date: null } },
	});
});

it.each([
	['agent_id', { name: 'x', agent_id: '6cy951e6-9877-4d7c-88d7-56b4948d3cce' }],
	['integration_id', { integration_id: 'iph_8YqL3mZxR1tV0nKfH9bA' }],
	['integration_type', { integration_type: 'phone_call' }],
	['cycles.enabled', { cycles: { enabled: true, cooldown_minutes: 60 } }],
	['cycles.mode', { cycles: { mode: 'cooldown' } }],
])('answers IMMUTABLE_FIELD and names %s', async (field, body) => {
	const answer = await update(cooldown, body);
	expect([answer.status, answer.json]).toMatchObject([
		400,
		{ success: false, error: 'IMMUTABLE_FIELD', field },
	]);
});

it.each<[string, SeedCampaign, unknown, number, string]>([
	['cycles of a campaign without', {}, { cycles: { max_iterations: 2 } }, 400, 'CYCLES_NOT_ENABLED'],
	['cycles of a WhatsApp campaign', whatsApp, { cycles: { max_iterations: 2 } }, 400, 'CYCLES_NOT_ENABLED'],
	['a schedule in cooldown mode', cooldown, { cycles: { schedule: {} } }, 400, 'SCHEDULED_MODE_ONLY'],
	[
		'a start date in cooldown mode',
		cooldown,
		{ cycles: { schedule_start_date: '2026-01-01' } },
		400,
		'SCHEDULED_MODE_ONLY',
	],
	[
		'an end date in cooldown mode',
		cooldown,
		{ cycles: { schedule_end_date: '2026-01-01' } },
		400,
		'SCHEDULED_MODE_ONLY',
	],
	['a finished campaign', { status: 'finished' }, { name: 'x' }, 409, 'CAMPAIGN_FINISHED'],
	['no status as filter', cooldown, { cycles: { filter_statuses: ['busy'] } }, 400, 'INVALID_STATUS'],
	['an unknown field', {}, { nombre: 'x' }, 400, 'INVALID_REQUEST'],
	['an unknown cycle field', cooldown, { cycles: { iterations: 1 } }, 400, 'INVALID_REQUEST'],
	['a text that is null', {}, { description: null }, 400, 'INVALID_REQUEST'],
	['a name too long', {}, { name: 'x'.repeat(256) }, 400, 'INVALID_REQUEST'],
	['a template of a phone campaign', {}, { template: 't' }, 400, 'INVALID_REQUEST'],
	['a first message on WhatsApp', whatsApp, { first_message: 'Hi' }, 400, 'INVALID_REQUEST'],
	[
		'an end before the start',
		scheduled,
		{ cycles: { schedule_end_date: '2026-02-01' } },
		400,
		'INVALID_REQUEST',
	],
	['no body', {}, undefined, 400, 'INVALID_REQUEST'],
])('refuses %s and changes nothing', async (_what, seed, body, status, code) => {
	const answer = await update(seed, body);
	expect([answer.status, answer.json]).toMatchObject([status, { success: false, error: code }]);
	expect(sandbox.state().campaigns[0]).toMatchObject({ name: 'Reactivation', ...seed });
});

it('answers 404 for an absent campaign', async () => {
	expect((await ask(sandbox, 'PATCH /campaigns/5', { body: { name: 'x' } })).json).toMatchObject({
		error: 'NOT_FOUND',
	});
});
