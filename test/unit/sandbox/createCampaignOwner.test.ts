import { startAlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import type { AlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import { ask } from './alturClient';
import { phoneExample, plain } from './campaignExamples';

const sofia = { ...plain, agent_id: '6c4951e6-9877-4d7c-88d7-56b4948d3cce' };
const mateo = { ...plain, agent_id: '2f6d0c1e-4b7a-4a53-9c1f-0d9e8b7a6c51' };

let sandbox: AlturSandbox;
beforeAll(async () => {
	sandbox = await startAlturSandbox({ rateLimit: false, seed: 'demo' });
});
beforeEach(() => {
	sandbox.reset();
});
afterAll(() => sandbox.close());

const create = (body: unknown) => ask(sandbox, 'POST /campaigns', { body });
const cycles = { ...phoneExample.cycles, filter_tags: ['tag_call_later', 'vip'] };

it.each<[string, unknown, number, string, string]>([
	['an agent it does not know', plain, 404, 'AGENT_NOT_FOUND', 'agent_id'],
	["another agent's integration", mateo, 404, 'INTEGRATION_NOT_FOUND', 'integration_id'],
	[
		'no such integration',
		{ ...sofia, integration_id: 'iph_1' },
		404,
		'INTEGRATION_NOT_FOUND',
		'integration_id',
	],
	[
		'an integration of the other channel',
		{ ...sofia, integration_type: 'whatsapp' },
		400,
		'INVALID_INTEGRATION_TYPE',
		'integration_type',
	],
	['a tag that no thread has', { ...sofia, cycles }, 400, 'INVALID_FILTER_TAG', 'cycles.filter_tags'],
])('refuses %s', async (_what, body, status, error, field) => {
	const answer = await create(body);
	expect([answer.status, answer.json]).toEqual([
		status,
		{ success: false, error, message: expect.any(String), field },
	]);
	expect(sandbox.state().campaigns).toHaveLength(6);
});

it('creates a campaign of an agent that it knows, with an integration of that agent', async () => {
	const answer = await create({ ...mateo, integration_id: 'iph_2KdW7pQxN5sJ4mVrT6cE' });
	expect(answer.json).toMatchObject({ campaign: { id: 1240, agent: { name: 'Mateo - Ventas' } } });
});

it('refuses such a tag in an update too', async () => {
	const answer = await ask(sandbox, 'PATCH /campaigns/1236', { body: { cycles: { filter_tags: ['vip'] } } });
	expect([answer.status, answer.json]).toMatchObject([400, { error: 'INVALID_FILTER_TAG' }]);
	const known = { cycles: { filter_tags: ['tag_payment_promise'] } };
	expect((await ask(sandbox, 'PATCH /campaigns/1236', { body: known })).status).toBe(200);
});

it('answers 402 to a new campaign when the plan has no room for it, and 400 before that', async () => {
	const full = await startAlturSandbox({ rateLimit: false, billingLimitReached: true });
	try {
		const answer = await ask(full, 'POST /campaigns', { body: plain });
		expect([answer.status, answer.json]).toEqual([
			402,
			{ success: false, error: 'BILLING_LIMIT_REACHED', message: expect.any(String) },
		]);
		expect((await ask(full, 'POST /campaigns', { body: {} })).status).toBe(400);
		expect(full.state().campaigns).toEqual([]);
	} finally {
		await full.close();
	}
});
