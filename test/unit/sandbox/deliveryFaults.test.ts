import { startAlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import type { AlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import { ask, phone } from './alturClient';

let sandbox: AlturSandbox;
let route: string;
beforeAll(async () => {
	sandbox = await startAlturSandbox({ rateLimit: false });
});
beforeEach(() => {
	sandbox.reset();
	route = `POST /campaigns/${String(sandbox.addCampaign().id)}/contacts`;
});
afterAll(() => sandbox.close());

const body = { contacts: [{ contact: phone(1) }, { contact: phone(2) }, { contact: phone(3) }] };
const send = (signal?: AbortSignal) => ask(sandbox, route, { body, key: 'k1', signal });
const stored = () => sandbox.state().campaigns[0]?.contacts.length;

it('resetBefore breaks the connection before the work, once', async () => {
	sandbox.faults.add({ kind: 'resetBefore' });
	await expect(send()).rejects.toThrow('fetch failed');
	expect(stored()).toBe(0);
	expect(sandbox.requests[0]).toMatchObject({ fault: 'resetBefore' });
	expect(sandbox.requests[0]?.status).toBeUndefined();
	expect((await send()).json).toMatchObject({ summary: { created: 3 } });
});

it('resetAfter breaks it after the work, and the same key replays the answer', async () => {
	sandbox.faults.add({ kind: 'resetAfter' });
	await expect(send()).rejects.toThrow('fetch failed');
	expect(stored()).toBe(3);
	expect((await send()).json).toMatchObject({ summary: { created: 3 } });
	expect(sandbox.requests[1]?.replayed).toBe(true);
});

it.each([false, true])('hang never answers, with the work done: %s', async (afterWork) => {
	sandbox.faults.add({ kind: 'hang', afterWork });
	await expect(send(AbortSignal.timeout(200))).rejects.toThrow('timeout');
	expect(stored()).toBe(afterWork ? 3 : 0);
	expect((await send()).json).toMatchObject({ summary: { created: 3 } });
});

it('closes while a request hangs and another one waits', async () => {
	const other = await startAlturSandbox({ rateLimit: false });
	other.faults.add({ kind: 'hang' }, { kind: 'latency', ms: 60_000, skip: 1 });
	const both = Promise.allSettled([ask(other, 'GET /campaigns'), ask(other, 'GET /campaigns')]);
	while (other.requests.length < 2) await new Promise((resolve) => setImmediate(resolve));
	await other.close();
	expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

it('latency delays the work, beside the latency of every request', async () => {
	const slow = await startAlturSandbox({ latencyMs: 100 });
	try {
		slow.faults.add({ kind: 'latency', ms: 150 });
		const started = performance.now();
		await ask(slow, 'GET /campaigns');
		const between = performance.now();
		await ask(slow, 'GET /campaigns');
		expect(between - started).toBeGreaterThanOrEqual(245);
		expect(performance.now() - between).toBeGreaterThanOrEqual(95);
		expect(slow.requests.map(({ fault }) => fault)).toEqual(['latency', undefined]);
	} finally {
		await slow.close();
	}
});

it('slowBody writes a whole answer little by little', async () => {
	sandbox.faults.add({ kind: 'slowBody', ms: 200 });
	const started = performance.now();
	const answer = await send();
	expect(performance.now() - started).toBeGreaterThanOrEqual(180);
	expect([answer.status, answer.json]).toMatchObject([201, { summary: { created: 3 } }]);
});

it('truncatedBody and notJson answer a success with no JSON, after the work', async () => {
	sandbox.faults.add({ kind: 'truncatedBody' }, { kind: 'notJson' });
	const truncated = await send();
	expect([truncated.status, truncated.json]).toEqual([201, undefined]);
	expect(truncated.text).toMatch(/^\{"success":true/);
	expect(stored()).toBe(3);
	const plain = await send();
	expect([plain.status, plain.text]).toEqual([201, 'OK']);
	expect((await send()).json).toMatchObject({ summary: { created: 3 } });
});
