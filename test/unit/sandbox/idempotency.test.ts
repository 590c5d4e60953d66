import { startAlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import type { AlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import { IdempotencyStore } from '../../../sandbox/server/idempotency';
import { ask, phone } from './alturClient';

let sandbox: AlturSandbox;
let route: string;
beforeAll(async () => {
	sandbox = await startAlturSandbox({ rateLimit: false, latencyMs: 50 });
});
beforeEach(() => {
	sandbox.reset();
	route = `POST /campaigns/${String(sandbox.addCampaign().id)}/contacts`;
});
afterAll(() => sandbox.close());

const batch = (...indexes: number[]) => ({ contacts: indexes.map((index) => ({ contact: phone(index) })) });
const stored = () => sandbox.state().campaigns[0]?.contacts.length;

it('answers a replay with the original status and body, and does no work', async () => {
	const first = await ask(sandbox, route, { body: batch(1, 2), key: 'k1' });
	const again = await ask(sandbox, route, { body: batch(1, 2), key: 'k1' });
	expect([again.status, again.text]).toEqual([first.status, first.text]);
	expect(again.json).toMatchObject({ summary: { created: 2 } });
	expect(sandbox.requests.map(({ replayed }) => replayed)).toEqual([undefined, true]);
	expect(stored()).toBe(2);
});

it('does the work again under another key, and without a key', async () => {
	await ask(sandbox, route, { body: batch(1), key: 'k1' });
	expect((await ask(sandbox, route, { body: batch(1), key: 'k2' })).json).toMatchObject({
		summary: { skipped_duplicate: 1 },
	});
	expect((await ask(sandbox, route, { body: batch(1) })).json).toMatchObject({
		summary: { skipped_duplicate: 1 },
	});
});

it('answers 409 to the same key with another body or for another campaign', async () => {
	await ask(sandbox, route, { body: batch(1), key: 'k1' });
	const otherBody = await ask(sandbox, route, { body: batch(2), key: 'k1' });
	const reused = [409, { success: false, error: 'IDEMPOTENCY_KEY_REUSED' }];
	expect([otherBody.status, otherBody.json]).toMatchObject(reused);
	const other = String(sandbox.addCampaign().id);
	const otherPath = await ask(sandbox, `POST /campaigns/${other}/contacts`, { body: batch(1), key: 'k1' });
	expect([otherPath.status, otherPath.json]).toMatchObject(reused);
	expect(stored()).toBe(1);
});

it('answers 409 to a replay while the first request is in progress', async () => {
	const [first, second] = await Promise.all([
		ask(sandbox, route, { body: batch(1), key: 'k1' }),
		ask(sandbox, route, { body: batch(1), key: 'k1' }),
	]);
	expect([first.status, second.status].sort()).toEqual([201, 409]);
	const refused = first.status === 409 ? first : second;
	expect(refused.json).toMatchObject({ success: false, error: 'IDEMPOTENCY_KEY_IN_PROGRESS' });
	expect((await ask(sandbox, route, { body: batch(1), key: 'k1' })).json).toMatchObject({
		summary: { created: 1 },
	});
});

it('does not remember a refused request', async () => {
	const body = batch(1);
	expect((await ask(sandbox, 'POST /campaigns/5/contacts', { body, key: 'k1' })).status).toBe(404);
	expect((await ask(sandbox, route, { body, key: 'k1' })).status).toBe(201);
});

it('creates one campaign for two requests with one key', async () => {
	const body = {
		name: 'Q2 Reactivation',
		agent_id: '6cy951e6-9877-4d7c-88d7-56b4948d3cce',
		integration_id: 'iph_8YqL3mZxR1tV0nKfH9bA',
		integration_type: 'phone_call',
	};
	const first = await ask(sandbox, 'POST /campaigns', { body, key: 'deal-77' });
	const again = await ask(sandbox, 'POST /campaigns', { body, key: 'deal-77' });
	expect(again.text).toBe(first.text);
	expect(sandbox.state().campaigns).toHaveLength(2);
});

it('forgets a key after its window', () => {
	const day = 24 * 60 * 60 * 1000;
	const store = new IdempotencyStore(day);
	const answer = { status: 200, text: '{}' };
	expect(store.begin('k1', 'a', 0)).toEqual({ state: 'new' });
	store.complete('k1', answer);
	expect(store.begin('k1', 'a', day - 1)).toEqual({ state: 'replay', answer });
	expect(store.begin('k1', 'b', day)).toEqual({ state: 'new' });
});
