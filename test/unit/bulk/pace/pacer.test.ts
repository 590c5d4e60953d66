import { Pacer, type Lane } from '../../../../bulk/pace/pacer';
import { sharedPacer } from '../../../../bulk/pace/sharedPacer';
import { VirtualClock } from '../virtualClock';

const limit = { requests: 12, windowMs: 1000 };

describe('A pacer', () => {
	let clock: VirtualClock;
	let pacer: Pacer;
	let log: Array<{ lane: string; at: number }>;

	beforeEach(() => {
		clock = new VirtualClock();
		pacer = new Pacer(limit, clock);
		log = [];
	});

	const send = async (name: string, lane: Lane, signal?: AbortSignal) => {
		if (await lane.take(signal)) log.push({ lane: name, at: clock.now() });
	};
	const sendMany = (name: string, lane: Lane, count: number) =>
		Promise.all(Array.from({ length: count }, () => send(name, lane)));
	const times = () => log.map(({ at }) => at);

	it('keeps any 13 requests of all lanes together more than a second apart', async () => {
		await Promise.all(['a', 'b', 'c'].map((name) => sendMany(name, pacer.openLane(), 20)));
		const spans = times()
			.slice(12)
			.map((at, index) => at - (times()[index] ?? 0));
		expect(log).toHaveLength(60);
		expect(Math.min(...spans)).toBeGreaterThan(1000);
	});

	it('serves lanes in turns, however many requests each has ready', async () => {
		const [busy, small] = [pacer.openLane(), pacer.openLane()];
		await Promise.all([sendMany('busy', busy, 30), sendMany('small', small, 3)]);
		expect(log.slice(1, 8).map(({ lane }) => lane)).toEqual([
			'busy',
			'small',
			'busy',
			'small',
			'busy',
			'small',
			'busy',
		]);
	});

	it('keeps a slower pace of one lane without slowing the others', async () => {
		const slow = pacer.openLane({ requests: 2, windowMs: 1000 });
		await Promise.all([sendMany('slow', slow, 5), sendMany('fast', pacer.openLane(), 24)]);
		const of = (name: string) => log.filter(({ lane }) => lane === name).map(({ at }) => at);
		const slowSpans = of('slow')
			.slice(2)
			.map((at, index) => at - (of('slow')[index] ?? 0));
		expect(Math.min(...slowSpans)).toBeGreaterThan(1000);
		expect(of('fast').at(-1)).toBeLessThan(2800);
	});

	/** The most requests of these lanes in any second. */
	const busiest = (...names: string[]) => {
		const all = log.filter(({ lane }) => names.includes(lane)).map(({ at }) => at);
		return Math.max(...all.map((from) => all.filter((at) => at >= from && at < from + 1000).length));
	};
	const slower = (requests: number) => pacer.openLane({ requests, windowMs: 1000 });

	it('shares a slower pace between all lanes that ask for it, in turns', async () => {
		await Promise.all([sendMany('a', slower(6), 18), sendMany('b', slower(6), 18)]);
		expect(busiest('a', 'b')).toBe(6);
		const turns = log.map(({ lane }) => lane).join('');
		expect(turns.slice(1, 35)).toBe('ab'.repeat(17));
		expect(times().at(-1)).toBeLessThan(6200);
	});

	it('counts requests of a slower lane for every faster pace too', async () => {
		const lanes = [
			sendMany('3', slower(3), 9),
			sendMany('other 3', slower(3), 9),
			sendMany('6', slower(6), 18),
			sendMany('free', pacer.openLane(), 36),
		];
		await Promise.all(lanes);
		expect(busiest('3', 'other 3')).toBe(3);
		expect(busiest('3', 'other 3', '6')).toBe(6);
		expect(busiest('3', 'other 3', '6', 'free')).toBe(12);
		expect(times().at(-1)).toBeLessThan(6300);
	});

	it('counts requests of slower lanes also for a faster pace that is asked for later', async () => {
		const early = sendMany('1', slower(1), 3);
		await clock.sleep(2100);
		await Promise.all([early, sendMany('2', slower(2), 4)]);
		expect(busiest('1', '2')).toBe(2);
	});

	it('keeps a slower pace from one execution to the next', async () => {
		for (let execution = 0; execution < 10; execution++) await send('2', slower(2));
		expect(busiest('2')).toBe(2);
	});

	it('holds nobody up whose pace allows a request while the one before him waits for his own', async () => {
		const waiting = [sendMany('slowest', pacer.openLane({ requests: 1, windowMs: 60_000 }), 2)];
		await Promise.all([...waiting, sendMany('6', slower(6), 30)]);
		const six = log.filter(({ lane }) => lane === '6').map(({ at }) => at);
		expect(six.at(-1)).toBeLessThan(5300);
	});

	/** Lets requests leave, and tells what became of them, in turn. */
	const sendTold = async (lane: Lane, ...accepted: boolean[]) => {
		for (const isAccepted of accepted) {
			const departure = await lane.take();
			log.push({ lane: '', at: clock.now() });
			if (!departure) continue;
			if (isAccepted) lane.accepted(departure);
			else lane.throttled(departure, 1000);
		}
	};
	const gaps = () =>
		times()
			.slice(1)
			.map((at, index) => at - (times()[index] ?? 0));

	it('lets nobody send for as long as the service asks, when that is long, and goes slower afterwards', async () => {
		const lane = pacer.openLane();
		const departure = await lane.take();
		if (departure) lane.throttled(departure, 5000);
		await sendMany('other', pacer.openLane(), 3);
		const [first = 0] = times();
		expect(first).toBeGreaterThanOrEqual(5000);
		expect(Math.min(...gaps())).toBeGreaterThan(110);
	});

	it('does not keep the others waiting with a request that was refused for a second or two', async () => {
		const lane = pacer.openLane();
		const departure = await lane.take();
		if (departure) lane.throttled(departure, 2000);
		await sendMany('other', pacer.openLane(), 1);
		expect(times()[0]).toBeGreaterThan(80);
		expect(times()[0]).toBeLessThan(200);
	});

	it('lets nobody send while the service is out of order, when it says that this takes long', async () => {
		const lane = pacer.openLane();
		lane.unavailable(5000);
		lane.unavailable(3000);
		await send('other', pacer.openLane());
		lane.unavailable(2000);
		await send('other', pacer.openLane());
		expect(times()[0]).toBe(5000);
		expect(times()[1]).toBeLessThan(5100);
	});

	it('sends as much as was accepted lately after a refusal', async () => {
		const lane = pacer.openLane();
		await sendTold(lane, ...Array<boolean>(6).fill(true), false);
		log.length = 0;
		await sendMany('a', lane, 7);
		expect((times()[6] ?? 0) - (times()[0] ?? 0)).toBeGreaterThan(970);
		expect((times()[6] ?? 0) - (times()[0] ?? 0)).toBeLessThan(1020);
	});

	it('takes requests that are refused together for one reason to slow down', async () => {
		const lane = pacer.openLane();
		const together = await Promise.all([lane.take(), lane.take(), lane.take()]);
		for (const departure of together) if (departure) lane.throttled(departure);
		await sendMany('a', lane, 2);
		const once = (1020 / (12 * 0.7)) * 0.97;
		expect(gaps()[0]).toBeGreaterThan(once - 2);
		expect(gaps()[0]).toBeLessThan(once + 1);
	});

	it('keeps a slower pace of its own apart from what it learns of refusals', async () => {
		const slow = slower(2);
		await sendTold(slow, true, true, true, false);
		log.length = 0;
		await sendMany('slow', slow, 5);
		expect(busiest('slow')).toBe(2);
		expect((times()[4] ?? 0) - (times()[0] ?? 0)).toBeLessThan(2050);
	});

	it('lets go of a waiting request when the run is stopped, and of no other', async () => {
		const stop = new AbortController();
		const lane = pacer.openLane();
		const sent = [send('first', lane), send('stopped', lane, stop.signal), send('third', lane)];
		stop.abort();
		await Promise.all(sent);
		expect(log.map(({ lane: name }) => name)).toEqual(['first', 'third']);
		expect(times()[1]).toBeLessThan(90);
	});

	it('sends nothing for a run that was stopped before', async () => {
		expect(await pacer.openLane().take(AbortSignal.abort())).toBeUndefined();
		const slow = pacer.openLane({ requests: 1, windowMs: 60_000 });
		expect(await slow.take(AbortSignal.abort())).toBeUndefined();
	});

	it('keeps the slower pace of a lane also after a pause that the service asked for', async () => {
		const slow = pacer.openLane({ requests: 2, windowMs: 1000 });
		const sent = sendMany('slow', slow, 5);
		slow.unavailable(5000);
		await sent;
		expect(Math.min(...gaps())).toBeGreaterThan(480);
	});

	it('goes on after it had nothing to do', async () => {
		const lane = pacer.openLane();
		await send('a', lane);
		await clock.sleep(10_000);
		await send('b', lane);
		expect(times()).toEqual([0, 10_000]);
	});

	it('is the same for the same account, and another one for another', () => {
		expect(sharedPacer('account 1', limit)).toBe(sharedPacer('account 1', limit));
		expect(sharedPacer('account 1', limit)).not.toBe(sharedPacer('account 2', limit));
	});
});
