import { startAlturSandbox, type AlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import type { ChangedSettings } from '../../../sandbox/altur/webhook/settings';
import { until, webhookReceiver, type WebhookReceiver } from './webhookReceiver';

let sandbox: AlturSandbox;
let receiver: WebhookReceiver;
afterEach(async () => {
	await sandbox.close();
	await receiver.close();
});

/** So many times faster than life: a minute takes 20 ms. */
const timeScale = 3000;

async function begin(answer?: Parameters<typeof webhookReceiver>[0], webhook: ChangedSettings = {}) {
	receiver = await webhookReceiver(answer);
	sandbox = await startAlturSandbox({ timeScale, webhook: { url: receiver.url, ...webhook } });
}

const greet = (number = 1) => sandbox.sendEvent({ type: 'greeting', fields: { number } });
const settled = () => until(() => sandbox.webhooksWaiting() === 0);

it('is a POST of JSON with a signature, and nothing else of its own', async () => {
	await begin();
	greet();
	await settled();
	const [{ method, headers } = { method: '', headers: {} }] = receiver.received;
	expect(method).toBe('POST');
	expect(headers).toMatchObject({
		'content-type': 'application/json',
		'x-altur-signature': expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
	});
	expect(Object.keys(headers).filter((name) => name.startsWith('x-'))).toEqual(['x-altur-signature']);
});

it.each([200, 201, 204, 299])('takes %i for an answer that ends it', async (status) => {
	await begin((response) => response.writeHead(status).end());
	greet();
	await settled();
	expect(sandbox.deliveries()).toMatchObject([
		{ event: 'greeting', attempt: 1, status, ms: expect.any(Number), result: 'delivered' },
	]);
});

it.each([302, 401, 404, 500])(
	'sends five times while the answer is %i, and waits longer each time',
	async (status) => {
		await begin((response) => response.writeHead(status, { location: '/elsewhere' }).end());
		greet();
		await settled();
		expect(sandbox.deliveries().map(({ attempt, result }) => [attempt, result])).toEqual([
			[1, 'again'],
			[2, 'again'],
			[3, 'again'],
			[4, 'again'],
			[5, 'failed'],
		]);
		expect(new Set(receiver.received.map(({ body, signature }) => body + signature)).size).toBe(1);
		const gaps = receiver.received.slice(1).map(({ at }, place) => at - (receiver.received[place]?.at ?? 0));
		// A timer may fire up to a millisecond early.
		for (const [place, seconds] of [60, 120, 240, 480].entries()) {
			expect(gaps[place]).toBeGreaterThanOrEqual((seconds * 1000) / timeScale - 1);
		}
	},
);

it('stops sending again when an attempt succeeds', async () => {
	await begin((response, count) => response.writeHead(count < 3 ? 503 : 200).end());
	greet();
	await settled();
	expect(sandbox.deliveries().map(({ status }) => status)).toEqual([503, 503, 200]);
});

it('counts no answer in time as failed, and says so', async () => {
	await begin((response, count) => count > 1 && response.end(), { timeoutMs: 50 });
	greet();
	await settled();
	expect(sandbox.deliveries()).toMatchObject([
		{ problem: 'no answer in 50 ms', result: 'again' },
		{ status: 200, result: 'delivered' },
	]);
});

it('waits five seconds for an answer unless told otherwise', async () => {
	const response = await begin().then(() => fetch(`${sandbox.origin}/__sandbox/webhooks`));
	expect(await response.json()).toMatchObject({ settings: { timeoutMs: 5000 } });
});

it('sends again when nobody listens', async () => {
	await begin();
	await receiver.close();
	greet();
	await settled();
	expect(sandbox.deliveries()).toHaveLength(5);
	expect(sandbox.deliveries()[0]).toMatchObject({ problem: expect.stringContaining('ECONNREFUSED') });
});

it('lets others pass one that waits for its next attempt', async () => {
	await begin((response, count) => response.writeHead(count === 1 ? 500 : 200).end());
	greet(1);
	await until(() => receiver.received.length === 1);
	greet(2);
	await settled();
	expect(receiver.received.map(({ body }) => body.includes('"number":2'))).toEqual([false, true, false]);
});

it('sends only so many at a time', async () => {
	let open = 0;
	let most = 0;
	await begin(
		(response) => {
			open += 1;
			most = Math.max(most, open);
			setTimeout(() => {
				open -= 1;
				response.end();
			}, 5);
		},
		{ parallel: 3 },
	);
	for (let number = 1; number <= 20; number += 1) greet(number);
	await settled();
	expect(receiver.received).toHaveLength(20);
	expect(most).toBe(3);
});

it.each(['reset', 'close'] as const)('ends attempts and waits on %s', async (end) => {
	await begin((response, count) => count === 1 && response.writeHead(500).end());
	greet(1);
	await until(() => sandbox.deliveries().length === 1);
	greet(2);
	await until(() => receiver.received.length >= 2);
	await sandbox[end]();
	const arrived = receiver.received.length;
	await new Promise((resolve) => setTimeout(resolve, 60));
	expect(receiver.received).toHaveLength(arrived);
	expect(sandbox.webhooksWaiting()).toBe(0);
	expect(sandbox.deliveries()).toEqual([]);
});
