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

const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ contact: phone(index) }));
const send = (count = 3) => ask(sandbox, route, { body: { contacts: rows(count) }, key: 'k1' });
const stored = () => sandbox.state().campaigns[0]?.contacts.length;

it('tooManyRequests tells the wait in seconds, as a date, in the text, or not at all', async () => {
	sandbox.faults.add(
		{ kind: 'tooManyRequests', seconds: 3 },
		{ kind: 'tooManyRequests', seconds: 3, retryAfter: 'http-date' },
		{ kind: 'tooManyRequests', seconds: 3, retryAfter: 'detail' },
		{ kind: 'tooManyRequests', retryAfter: 'none' },
	);
	const [seconds, date, detail, none] = [await send(), await send(), await send(), await send()];
	expect([seconds.status, seconds.headers.get('retry-after')]).toEqual([429, '3']);
	const until = Date.parse(date.headers.get('retry-after') ?? '') - Date.now();
	expect(until).toBeGreaterThan(1900);
	expect(until).toBeLessThanOrEqual(4000);
	expect(detail.headers.get('retry-after')).toBeNull();
	expect(detail.json).toEqual({ detail: 'Request was throttled. Expected available in 3 seconds.' });
	expect([none.headers.get('retry-after'), none.json]).toEqual([null, { detail: 'Request was throttled.' }]);
	expect(stored()).toBe(0);
	expect((await send()).status).toBe(201);
});

it('tooManyRequests can come under the code of the specification', async () => {
	sandbox.faults.add({ kind: 'tooManyRequests', seconds: 3, body: 'RATE_LIMITED' });
	const answer = await send();
	expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3']);
	expect(answer.json).toEqual({
		success: false,
		error: 'RATE_LIMITED',
		message: 'Request was throttled.',
	});
});

it('status answers anything, before the work or after it', async () => {
	sandbox.faults.add(
		{ kind: 'status', status: 503, body: { detail: 'Maintenance' }, headers: { 'retry-after': '5' } },
		{ kind: 'status', status: 500, body: '<h1>Oops</h1>', contentType: 'text/html', afterWork: true },
	);
	const before = await send();
	expect([before.status, before.json, before.headers.get('retry-after')]).toEqual([
		503,
		{ detail: 'Maintenance' },
		'5',
	]);
	expect(stored()).toBe(0);
	const after = await send();
	expect([after.status, after.text, after.headers.get('content-type')]).toEqual([
		500,
		'<h1>Oops</h1>',
		'text/html',
	]);
	expect(stored()).toBe(3);
});

it('htmlBadGateway answers 502 with a page', async () => {
	sandbox.faults.add({ kind: 'htmlBadGateway' }, { kind: 'htmlBadGateway', afterWork: true });
	const answer = await send();
	expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html']);
	expect(answer.text).toContain('<h1>502 Bad Gateway</h1>');
	expect(stored()).toBe(0);
	expect((await send()).status).toBe(502);
	expect(stored()).toBe(3);
});

it.each([401, 500] as const)('echoAuthorization shows the key in a body with status %s', async (status) => {
	sandbox.faults.add({ kind: 'echoAuthorization', status });
	const answer = await send();
	expect(answer.status).toBe(status);
	expect(answer.text).toContain('api-key sandbox-key');
});

it('payloadTooLarge refuses batches above a number of rows, as long as it lasts', async () => {
	sandbox.faults.add({ kind: 'payloadTooLarge', maxRows: 2, times: 'always' });
	expect((await send(3)).json).toEqual({ detail: 'The request is too large.' });
	expect((await send(2)).status).toBe(201);
	expect((await send(3)).status).toBe(413);
	sandbox.faults.clear();
	expect((await ask(sandbox, route, { body: { contacts: rows(3) } })).status).toBe(201);
});

it('rowServerError fails rows by place or by phone number and does not store them', async () => {
	sandbox.faults.add({ kind: 'rowServerError', indexes: [0], contacts: [phone(2)] });
	const answer = await send();
	expect(answer.json).toMatchObject({
		summary: { created: 1, failed: 2 },
		results: [
			{ index: 0, status: 'failed', contact: phone(0), error: 'SERVER_ERROR' },
			{ index: 1, status: 'created' },
			{ index: 2, status: 'failed', error: 'SERVER_ERROR' },
		],
	});
	expect(stored()).toBe(1);
	expect((await send()).text).toBe(answer.text);
	sandbox.faults.add({ kind: 'rowServerError' });
	const all = await ask(sandbox, route, { body: { contacts: rows(2) } });
	expect(all.json).toMatchObject({ summary: { failed: 2 } });
});

const indexes = async () => {
	const { json } = await ask(sandbox, route, { body: { contacts: rows(5) } });
	return JSON.stringify(json)
		.match(/"index":\d/g)
		?.map((text) => Number(text.at(-1)));
};

it('shuffleResults, dropResults and duplicateResults change the list of results', async () => {
	sandbox.faults.add({ kind: 'shuffleResults' });
	expect(await indexes()).toEqual([1, 3, 4, 2, 0]);
	sandbox.faults.add({ kind: 'dropResults', indexes: [0, 3] });
	expect(await indexes()).toEqual([1, 2, 4]);
	sandbox.faults.add({ kind: 'duplicateResults', indexes: [1] });
	expect(await indexes()).toEqual([0, 1, 1, 2, 3, 4]);
	sandbox.faults.add({ kind: 'duplicateResults' });
	expect(await indexes()).toHaveLength(10);
	sandbox.faults.add({ kind: 'dropResults', indexes: [0] }, { kind: 'shuffleResults' });
	expect(await indexes()).toEqual([2, 4, 3, 1]);
	expect(await indexes()).toEqual([0, 1, 2, 3, 4]);
});
