import { Pacer } from '../../../../bulk/pace/pacer';
import type { ConnectionTrouble, ServiceResponse, ServiceRequest } from '../../../../bulk/request/request';
import { send, type Client } from '../../../../bulk/request/send';
import { VirtualClock } from '../virtualClock';

const request: ServiceRequest = { method: 'POST', path: '/contacts', retryable: true };
const response = (status: number, headers: Record<string, string> = {}): ServiceResponse => ({
	status,
	headers,
	body: {},
});
const broken: ConnectionTrouble = { trouble: 'The connection broke off', mayHaveArrived: true };
const notSent: ConnectionTrouble = { trouble: 'The connection was refused', mayHaveArrived: false };

describe('Sending a request', () => {
	let clock: VirtualClock;
	let times: number[];
	let pacer: Pacer;

	beforeEach(() => {
		clock = new VirtualClock();
		times = [];
		pacer = new Pacer({ requests: 12, windowMs: 1000 }, clock);
	});

	/** A client whose service gives these answers in turn, the last one for ever. */
	const clientTo = (...outcomes: Array<ServiceResponse | ConnectionTrouble>): Client => ({
		transport: async () => {
			times.push(clock.now());
			return outcomes[Math.min(times.length, outcomes.length) - 1] ?? broken;
		},
		lane: pacer.openLane(),
		policy: { maxRetries: 3, maxTotalWaitMs: 300_000 },
		counts: { requests: 0, throttled: 0, retried: 0 },
		clock,
		random: () => 1,
	});

	it('gives the answer, also that of a later attempt', async () => {
		expect(await send(request, clientTo(response(200)))).toMatchObject({
			ok: true,
			response: { status: 200 },
		});
		times.length = 0;
		expect(await send(request, clientTo(broken, response(201)))).toMatchObject({
			ok: true,
			response: { status: 201 },
		});
	});

	it('tells the pace when each attempt is about to leave', async () => {
		const client = clientTo(broken, response(200));
		const { transport } = client;
		const told: number[] = [];
		await send(request, {
			...client,
			lane: { ...client.lane, leaves: () => void told.push(clock.now()) },
			transport: async (sent, onLeaving) => {
				onLeaving?.();
				return await transport(sent);
			},
		});
		expect(told).toHaveLength(2);
		expect(told).toEqual(times);
	});

	describe('that is answered with a page', () => {
		const understands = (body: unknown) => JSON.stringify(body) === '{}';
		const page: ServiceResponse = { status: 200, headers: {}, body: '<h1>Hi</h1>' };

		it('repeats it once, because the address may be another one', async () => {
			const outcome = await send({ ...request, understands }, clientTo(page));
			expect(outcome).toMatchObject({ failure: { kind: 'unreadable', attempts: 2 } });
		});

		it('repeats it as often as any other when the answer before was an outage, or it is JSON of some kind', async () => {
			const down = clientTo(response(502), page);
			expect(await send({ ...request, understands }, down)).toMatchObject({ failure: { attempts: 4 } });
			const otherShape = clientTo({ ...page, body: { success: true } });
			expect(await send({ ...request, understands }, otherShape)).toMatchObject({
				failure: { attempts: 4 },
			});
		});

		it('repeats it as often as any other once the service has answered, or the answer is cut off', async () => {
			const client = clientTo(response(200), page);
			await send(request, client);
			expect(await send({ ...request, understands }, client)).toMatchObject({ failure: { attempts: 4 } });
			const cutOff = clientTo({ ...page, body: '{"results": [' });
			expect(await send({ ...request, understands }, cutOff)).toMatchObject({ failure: { attempts: 4 } });
		});

		it('does not take a page for the sign that it was carried out before', async () => {
			const isAlreadyApplied = ({ status }: ServiceResponse) => status === 404;
			const again = { ...request, mayHaveBeenApplied: true, isAlreadyApplied };
			expect(await send(again, clientTo({ ...page, status: 404 }))).toMatchObject({ ok: false });
			expect(await send(again, clientTo(response(404)))).toMatchObject({ ok: true });
		});
	});

	it('does not repeat it sooner than an outage asks for', async () => {
		await send(request, clientTo(response(503, { 'retry-after': '120' }), response(200)));
		expect(times).toEqual([0, 120_000]);
	});

	it('is given up when the waits come to more than five minutes together', async () => {
		const outcome = await send(request, clientTo(response(503, { 'retry-after': '160' })));
		expect(times).toEqual([0, 160_000]);
		expect(outcome).toMatchObject({ failure: { attempts: 2, retryAfterMs: 160_000 } });
	});

	it('repeats it after 1, 2 and 4 s at most, and then says what came of it', async () => {
		const client = clientTo(response(500));
		expect(await send(request, client)).toEqual({
			ok: false,
			failure: expect.objectContaining({
				kind: 'unavailable',
				status: 500,
				attempts: 4,
				mayHaveBeenApplied: true,
			}),
		});
		expect(times).toEqual([0, 1000, 3000, 7000]);
		expect(client.counts).toEqual({ requests: 4, throttled: 0, retried: 3 });
	});

	it.each(['0', 'Sun, 01 Mar 2020 10:00:00 GMT'])(
		'waits out an outage, though the service says "again at once" with Retry-After: %s',
		async (retryAfter) => {
			await send(request, clientTo(response(503, { 'retry-after': retryAfter })));
			expect(times).toEqual([0, 1000, 3000, 7000]);
		},
	);

	it('waits as briefly for the first outage after it was asked to slow down as for any first one', async () => {
		const slowDown = response(429, { 'retry-after': '1' });
		const throttled = Array<ServiceResponse>(5).fill(slowDown);
		await send(request, clientTo(...throttled, response(503), response(200)));
		const [asked = 0, outage = 0, done = 0] = times.slice(-3);
		expect(outage - asked).toBeGreaterThanOrEqual(1000);
		expect(done - outage).toBe(1000);
	});

	it('begins anew with the wait after "slow down" when something else came between', async () => {
		await send(request, clientTo(response(429), response(429), response(503), response(429), response(200)));
		const waits = times.slice(1).map((at, index) => at - (times[index] ?? 0));
		expect(waits).toEqual([1000, 2000, 1000, 1000]);
	});

	it('does not repeat what is not retryable, unless it certainly did not arrive', async () => {
		const once = { ...request, retryable: false };
		expect(await send(once, clientTo(broken, response(200)))).toMatchObject({ ok: false });
		times.length = 0;
		expect(await send(once, clientTo(notSent, response(200)))).toMatchObject({ ok: true });
	});

	it('keeps everybody waiting as long as the service asks', async () => {
		const client = clientTo(response(429, { 'retry-after': '7' }), response(200));
		const other = pacer.openLane();
		const sent = send(request, client);
		await clock.sleep(1);
		await other.take();
		expect(clock.now()).toBeGreaterThanOrEqual(7000);
		expect(await sent).toMatchObject({ ok: true });
		expect(client.counts).toMatchObject({ requests: 2, throttled: 1 });
	});

	it('lets the others go on while it waits for a second or two', async () => {
		const client = clientTo(response(429, { 'retry-after': '2' }), response(200));
		const other = pacer.openLane();
		const sent = send(request, client);
		await clock.sleep(1);
		await other.take();
		expect(clock.now()).toBeLessThan(200);
		await sent;
		expect(times[1]).toBeGreaterThanOrEqual(2000);
	});

	it('keeps everybody waiting for as long as an outage is said to take', async () => {
		const other = pacer.openLane();
		const sent = send(request, clientTo(response(503, { 'retry-after': '30' }), response(200)));
		await clock.sleep(1);
		await other.take();
		expect(clock.now()).toBeGreaterThanOrEqual(30_000);
		expect(await sent).toMatchObject({ ok: true });
	});

	it('keeps nobody waiting after an outage that does not say how long it takes', async () => {
		const other = pacer.openLane();
		const sent = send(request, clientTo(response(503), response(200)));
		await clock.sleep(1);
		await other.take();
		expect(clock.now()).toBeLessThan(100);
		await sent;
	});

	it('keeps nobody waiting for a request that the service is still at work on', async () => {
		const atWork = response(409, { 'retry-after': '30' });
		const sent = send(request, clientTo(broken, atWork, response(200)));
		await clock.sleep(1500);
		await pacer.openLane().take();
		expect(clock.now()).toBeLessThan(1600);
		await sent;
		expect(times[2]).toBeGreaterThanOrEqual(31_000);
	});

	it('keeps nobody waiting for what it gives up itself, but makes all slower', async () => {
		const client = clientTo(response(429, { 'retry-after': '900' }));
		await send(request, client);
		const other = pacer.openLane();
		await other.take();
		const first = clock.now();
		await other.take();
		expect(first).toBeLessThan(200);
		expect(clock.now() - first).toBeGreaterThan(115);
	});

	it('gives up on a wait of more than five minutes, and says how long it is', async () => {
		const outcome = await send(request, clientTo(response(429, { 'retry-after': '900' })));
		expect(outcome).toMatchObject({ failure: { kind: 'throttled', retryAfterMs: 900_000 } });
		expect(clock.now()).toBe(0);
	});

	it('ends at once when the run is stopped while it waits', async () => {
		const stop = new AbortController();
		const client = { ...clientTo(response(500)), signal: stop.signal };
		const sent = send(request, client);
		await clock.sleep(500);
		stop.abort();
		expect(await sent).toEqual({
			ok: false,
			failure: { kind: 'cancelled', attempts: 1, mayHaveBeenApplied: true },
		});
		expect(clock.now()).toBe(500);
	});

	it('ends with what it failed of when it is no longer worth sending', async () => {
		const closing = new AbortController();
		const sent = send(request, clientTo(response(503)), closing.signal);
		await clock.sleep(500);
		closing.abort();
		expect(await sent).toMatchObject({ failure: { kind: 'unavailable', status: 503, attempts: 1 } });
		expect(clock.now()).toBe(500);
	});

	it('does not leave when it is not worth sending before its turn', async () => {
		const closing = new AbortController();
		await pacer.openLane().take();
		const sent = send(request, clientTo(response(200)), closing.signal);
		closing.abort();
		expect(await sent).toMatchObject({ failure: { kind: 'cancelled', attempts: 0 } });
		expect(times).toEqual([]);
	});

	it('takes "not found" for done when an earlier attempt may have done it', async () => {
		const deletion = { ...request, isAlreadyApplied: ({ status }: ServiceResponse) => status === 404 };
		expect(await send(deletion, clientTo(broken, response(404)))).toMatchObject({ ok: true });
		times.length = 0;
		expect(await send(deletion, clientTo(response(404)))).toMatchObject({ ok: false });
	});
});
