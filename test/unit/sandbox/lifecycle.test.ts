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
		error: 409,
		code: 'INVALID_STATUS_TRANSITION',
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
		expect([answer.status, answer.json]).toMatchObject([402, { code: 'BILLING_LIMIT_REACHED' }]);
	}
	const active = String(sandbox.addCampaign({ billingLimitReached: true, status: 'active' }).id);
	expect((await ask(sandbox, `POST /campaigns/${active}/pause`)).status).toBe(200);
});

it('answers 400 to an unknown action, 404 to an absent campaign and 400 to a body', async () => {
	const id = String(sandbox.addCampaign().id);
	const unknown = await ask(sandbox, `POST /campaigns/${id}/start`);
	expect(unknown.json).toMatchObject({ error: 400, code: 'UNKNOWN_ACTION' });
	expect((await ask(sandbox, 'POST /campaigns/5/activate')).json).toMatchObject({ code: 'NOT_FOUND' });
	const withBody = await ask(sandbox, `POST /campaigns/${id}/activate`, { body: { force: true } });
	expect(withBody.json).toMatchObject({ code: 'INVALID_REQUEST' });
});
