import { z } from 'zod';
import { startAlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import type { AlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import { Latency } from '../../../sandbox/server/latency';
import { ask, phone } from './alturClient';

let sandbox: AlturSandbox;
beforeEach(async () => {
	sandbox = await startAlturSandbox();
});
afterEach(() => sandbox.close());

async function control(method: string, path: string, body?: unknown) {
	const response = await fetch(`${sandbox.origin}/__sandbox${path}`, {
		method,
		...(body !== undefined && {
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		}),
	});
	const json: unknown = await response.json();
	return { status: response.status, json };
}

it('needs no key, has no rate limit and leaves no trace in the journal', async () => {
	for (let count = 0; count < 30; count += 1) expect((await control('GET', '/requests')).json).toEqual([]);
});

it('seeds campaigns, shows the state and resets it', async () => {
	const seeded = await control('POST', '/campaigns', { name: 'Promo', contacts: [{ contact: phone(1) }] });
	expect(seeded.json).toMatchObject({ id: 1001, name: 'Promo', status: 'ready' });
	expect((await control('GET', '/state')).json).toEqual(JSON.parse(JSON.stringify(sandbox.state())));
	expect((await control('GET', '/state?rows=false')).json).toMatchObject({
		campaigns: [{ contactCount: 1, contacts: [] }],
	});
	await control('POST', '/faults', [{ kind: 'hang' }]);
	expect((await control('POST', '/reset')).json).toEqual({ reset: true });
	expect(sandbox.state()).toEqual({ campaigns: [] });
	expect(sandbox.faults.pending()).toEqual([]);
	await control('POST', '/reset', { seed: 'demo' });
	expect(sandbox.state().campaigns).toHaveLength(6);
});

it('appends to the fault plan, replaces it and empties it', async () => {
	await control('POST', '/faults', [{ kind: 'hang' }]);
	expect((await control('POST', '/faults', [{ kind: 'resetAfter' }])).json).toMatchObject([
		{ kind: 'hang', skip: 0, times: 1 },
		{ kind: 'resetAfter' },
	]);
	expect((await control('POST', '/faults?mode=replace', [{ kind: 'resetBefore' }])).json).toMatchObject([
		{ kind: 'resetBefore' },
	]);
	expect((await control('DELETE', '/faults')).json).toEqual([]);
});

it('changes how long requests take, and keeps that over a reset', async () => {
	const latency = { latencyMs: 30, latencySpread: 0.5, latencySeed: 2 };
	expect((await control('POST', '/latency', { latencyMs: 30 })).json).toEqual({
		latencyMs: 30,
		latencySpread: 0,
		latencySeed: 1,
	});
	expect((await control('POST', '/latency', latency)).json).toEqual(latency);
	await control('POST', '/reset');
	await ask(sandbox, 'GET /campaigns');
	const [{ at, finishedAt = NaN } = { at: NaN }] = sandbox.requests;
	// A timer may be a millisecond early.
	expect(finishedAt - at).toBeGreaterThan(new Latency(latency).next() - 2);
});

it('tells the time on the clock of the journal', async () => {
	await ask(sandbox, 'GET /campaigns');
	const { now } = z.object({ now: z.number() }).parse((await control('GET', '/summary')).json);
	expect(now).toBeGreaterThan(sandbox.requests[0]?.finishedAt ?? NaN);
	expect(now).toBeLessThanOrEqual(performance.now());
});

it('answers 400 to what it cannot read', async () => {
	expect((await control('POST', '/latency', { latencyMs: -1 })).status).toBe(400);
	expect((await control('POST', '/faults', [{ kind: 'explode' }])).status).toBe(400);
	expect((await control('POST', '/campaigns', { nombre: 'x' })).status).toBe(400);
	expect((await control('POST', '/reset', { seed: 'large' })).status).toBe(400);
});

it('records each request as it was sent and answered', async () => {
	const { id } = sandbox.addCampaign();
	const body = { contacts: [{ contact: phone(1) }] };
	await ask(sandbox, `POST /campaigns/${String(id)}/contacts`, { body, key: 'k1' });
	await ask(sandbox, 'GET /campaigns?pageSize=2');
	const recorded = (await control('GET', '/requests')).json;
	expect(recorded).toMatchObject([
		{
			method: 'POST',
			path: '/api/v1.0/campaigns/1001/contacts',
			route: 'POST /campaigns/:id/contacts',
			query: {},
			idempotencyKey: 'k1',
			headers: { authorization: '[present]', 'content-type': 'application/json' },
			body,
			rowCount: 1,
			status: 201,
			at: expect.any(Number),
			finishedAt: expect.any(Number),
		},
		{ method: 'GET', path: '/api/v1.0/campaigns', query: { pageSize: '2' }, status: 200 },
	]);
	expect(sandbox.requests).toEqual(recorded);
});

it('sums up the batches that were sent', async () => {
	const path = `/campaigns/${String(sandbox.addCampaign().id)}/contacts`;
	const body = { contacts: [{ contact: phone(1) }, { contact: phone(2) }] };
	await ask(sandbox, 'GET /campaigns');
	await ask(sandbox, `POST ${path}`, { body, key: 'k1' });
	sandbox.faults.add({ kind: 'resetAfter' }, { kind: 'tooManyRequests' });
	await expect(ask(sandbox, `POST ${path}`, { body, key: 'k1' })).rejects.toThrow();
	await ask(sandbox, `POST ${path}`, { body, key: 'k1' });
	await ask(sandbox, `POST ${path}`, { body, key: 'k1' });
	expect((await control('GET', '/summary')).json).toMatchObject({
		requests: 5,
		contactPosts: {
			requests: 4,
			throttled: 1,
			replayed: 2,
			byStatus: { 201: 2, 429: 1, none: 1 },
			rowsSent: 6,
			firstAt: sandbox.requests[1]?.at,
			lastAt: sandbox.requests[4]?.at,
			busiestSecond: 3,
		},
		rowsStored: 2,
		rowsStoredByCampaign: { 1001: 2 },
	});
});

it('keeps no bodies when told so, and still counts the rows', async () => {
	const lean = await startAlturSandbox({ recordBodies: false });
	try {
		const path = `/campaigns/${String(lean.addCampaign().id)}/contacts`;
		await ask(lean, `POST ${path}`, { body: { contacts: [{ contact: phone(1) }] } });
		expect(lean.requests[0]).toMatchObject({ rowCount: 1, status: 201 });
		expect(lean.requests[0]).not.toHaveProperty('body');
	} finally {
		await lean.close();
	}
});

it('gives the state as copies', () => {
	sandbox.addCampaign({ contacts: [{ contact: phone(1), name: 'Ana' }] });
	const before = sandbox.state();
	for (const contact of before.campaigns[0]?.contacts ?? []) contact.name = 'changed';
	expect(sandbox.state().campaigns[0]?.contacts[0]?.name).toBe('Ana');
});

it('rejects with EADDRINUSE when the port is busy', async () => {
	await expect(startAlturSandbox({ port: sandbox.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
