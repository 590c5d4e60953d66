import { noteEventLoopDelay } from '../../../../bulk/pace/eventLoopDelay';
import { Pacer, type Lane } from '../../../../bulk/pace/pacer';
import type { Departure } from '../../../../bulk/pace/rateWindow';
import { VirtualClock } from '../virtualClock';

/** A process with other work to do: each turn of its event loop takes so many milliseconds. */
class BusyClock extends VirtualClock {
	turnMs = 0;

	override async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
		await super.sleep(Math.max(milliseconds, this.turnMs), signal);
	}
}

describe('The delay of a request by its own process', () => {
	let clock: BusyClock;
	beforeEach(() => {
		clock = new BusyClock();
	});

	/** @returns when the request was permitted (ms); it is about to leave so much later */
	const leave = async (lane: Lane, laterMs = 0): Promise<number> => {
		const departure = await lane.take();
		await clock.sleep(laterMs);
		if (departure) lane.leaves(departure);
		await clock.sleep(0);
		return departure?.at ?? NaN;
	};

	it('is the time from its permission until it is about to leave, and two turns of the event loop', async () => {
		clock.turnMs = 20;
		const departure: Departure = { at: clock.now() };
		await clock.sleep(70);
		await noteEventLoopDelay(departure, clock);
		expect(departure).toEqual({ at: 0, delayMs: 110 });
	});

	it('is the longer one when it turns out that it was not about to leave yet', async () => {
		const departure: Departure = { at: clock.now() };
		await noteEventLoopDelay(departure, clock);
		await clock.sleep(30);
		await noteEventLoopDelay(departure, clock);
		expect(departure).toEqual({ at: 0, delayMs: 30 });
	});

	it('slows nothing down when all requests have it', async () => {
		clock.turnMs = 15;
		const lane = new Pacer({ requests: 12, windowMs: 1000 }, clock).openLane();
		const left: number[] = [];
		for (let request = 0; request < 60; request++) left.push(await leave(lane));
		expect((left[59] ?? NaN) - (left[47] ?? NaN)).toBeLessThan(1020 + 20);
	});

	it('lets the thirteenth request after a late one leave later, so that all arrive within the limit', async () => {
		const lane = new Pacer({ requests: 12, windowMs: 1000 }, clock).openLane();
		const left: number[] = [];
		for (let request = 0; request < 40; request++) left.push(await leave(lane, request === 20 ? 80 : 0));
		const spanAfter = (request: number) => (left[request + 12] ?? NaN) - (left[request] ?? NaN);
		expect(spanAfter(20)).toBeGreaterThan(1020 + 79);
		expect(spanAfter(12)).toBeLessThan(1020 + 20);
	});
});
