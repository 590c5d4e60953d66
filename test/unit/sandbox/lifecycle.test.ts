import type { CampaignStatus } from '../../../sandbox/altur/campaignFields';
import { startAlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import type { AlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import { ask } from './alturClient';

let sandbox: AlturSandbox;
beforeAll(async () => {
	sandbox = await startAlturSandbox({ rateLimit: false });
});
beforeEach(() => {
	sandbox.reset();
});
afterAll(() => sandbox.close());

it.each<[string, CampaignStatus, CampaignStatus]>([
	['activate', 'pending', 'active'],
	['activate', 'ready', 'active'],
	['activate', 'cooldown', 'active'],
	['pause', 'active', 'inactive'],
	['pause', 'cooldown', 'inactive'],
	['pause', 'inactive', 'inactive'],
	['resume', 'inactive', 'active'],
	['resume', 'active', 'active'],
])('%s takes a campaign from %s to %s', async (action, from, to) => {
	const { id } = sandbox.addCampaign({ status: from });
	const answer = await ask(sandbox, `POST /campaigns/${String(id)}/${action}`);
	expect([answer.status, answer.json]).toMatchObject([200, { success: true, campaign: { id, status: to } }]);
	expect(sandbox.state().campaigns).toMatchObject([{ status: to, archived: false }]);
});

it.each<[string, CampaignStatus, CampaignStatus[]]>([
	['activate', 'active', ['inactive']],
	['activate', 'inactive', ['active']],
	['activate', 'finished', []],
	['pause', 'pending', ['active']],
	['pause', 'ready', ['active']],
	['pause', 'finished', []],
	['resume', 'pending', ['active']],
	['resume', 'cooldown', ['active', 'inactive']],
	['resume', 'finished', []],
])('%s is refused for a campaign in status %s', async (action, status, targets) => {
	const { id } = sandbox.addCampaign({ status });
	const answer = await ask(sandbox, `POST /campaigns/${String(id)}/${action}`);
	expect(answer.json).toEqual({
		success: false,
		error: 'INVALID_STATUS_TRANSITION',
		message: expect.stringContaining(status),
		current_status: status,
		valid_targets: targets,
	});
});

it.each<CampaignStatus>(['pending', 'active', 'finished'])(
	'archives a campaign in status %s, twice',
	async (status) => {
		const { id } = sandbox.addCampaign({ status });
		const route = `POST /campaigns/${String(id)}/archive`;
		expect((await ask(sandbox, route)).status).toBe(200);
		expect((await ask(sandbox, route, { body: {} })).status).toBe(200);
		expect(sandbox.state().campaigns).toMatchObject([{ status, archived: true }]);
	},
);

it('answers 402 when the plan is used up, to activate and resume only', async () => {
	const pending = String(sandbox.addCampaign({ billingLimitReached: true }).id);
	const inactive = String(sandbox.addCampaign({ billingLimitReached: true, status: 'inactive' }).id);
	for (const route of [`POST /campaigns/${pending}/activate`, `POST /campaigns/${inactive}/resume`]) {
		const answer = await ask(sandbox, route);
		expect([answer.status, answer.json]).toMatchObject([
			402,
			{ success: false, error: 'BILLING_LIMIT_REACHED' },
		]);
	}
	const active = String(sandbox.addCampaign({ billingLimitReached: true, status: 'active' }).id);
	expect((await ask(sandbox, `POST /campaigns/${active}/pause`)).status).toBe(200);
});

it('answers 400 to an unknown action, 404 to an absent campaign and 400 to a body', async () => {
	const id = String(sandbox.addCampaign().id);
	const unknown = await ask(sandbox, `POST /campaigns/${id}/start`);
	expect([unknown.status, unknown.json]).toMatchObject([400, { error: 'UNKNOWN_ACTION' }]);
	expect((await ask(sandbox, 'POST /campaigns/5/activate')).json).toMatchObject({ error: 'NOT_FOUND' });
	const withBody = await ask(sandbox, `POST /campaigns/${id}/activate`, { body: { force: true } });
	expect([withBody.status, withBody.json]).toMatchObject([400, { error: 'INVALID_REQUEST' }]);
});

it('notes when a campaign was started first', async () => {
	const id = String(sandbox.addCampaign().id);
	await ask(sandbox, `POST /campaigns/${id}/activate`);
	const started = sandbox.state().campaigns[0]?.started_at;
	expect(Date.parse(started ?? '')).not.toBeNaN();
	await ask(sandbox, `POST /campaigns/${id}/pause`);
	await ask(sandbox, `POST /campaigns/${id}/resume`);
	expect(sandbox.state().campaigns[0]?.started_at).toBe(started);
});

it('makes a campaign ready with its first contact, and pending again without its last', async () => {
	const path = `/campaigns/${String(sandbox.addCampaign().id)}`;
	const status = () => sandbox.state().campaigns[0]?.status;
	const add = (contact: string) =>
		ask(sandbox, `POST ${path}/contacts`, { body: { contacts: [{ contact }] } });
	await add('12');
	expect(status()).toBe('pending');
	await add('+525512345678');
	await add('+525512345679');
	expect(status()).toBe('ready');
	await ask(sandbox, `DELETE ${path}/contacts/1`);
	expect(status()).toBe('ready');
	await ask(sandbox, `DELETE ${path}/contacts/2`);
	expect(status()).toBe('pending');
});

it.each<CampaignStatus>(['active', 'inactive', 'cooldown', 'finished'])(
	'leaves a campaign %s when contacts come and go',
	async (status) => {
		const path = `/campaigns/${String(sandbox.addCampaign({ status }).id)}/contacts`;
		await ask(sandbox, `POST ${path}`, { body: { contacts: [{ contact: '+525512345678' }] } });
		expect(sandbox.state().campaigns).toMatchObject([{ status, contactCount: 1 }]);
		await ask(sandbox, `DELETE ${path}/1`);
		expect(sandbox.state().campaigns).toMatchObject([{ status, contactCount: 0 }]);
	},
);
