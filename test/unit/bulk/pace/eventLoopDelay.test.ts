import { noteEventLoopDelay } from '../../../../bulk/pace/eventLoopDelay';
import { Pacer } from '../../../../bulk/pace/pacer';
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

	it('is what four turns of the event loop take', async () => {
		clock.turnMs = 20;
		const departure: Departure = { at: clock.now() };
		await noteEventLoopDelay(departure, clock);
		expect(departure).toEqual({ at: 0, delayMs: 80 });
	});

	it('slows nothing down when all requests have it', async () => {
		clock.turnMs = 15;
		const lane = new Pacer({ requests: 12, windowMs: 1000 }, clock).openLane();
		const left: number[] = [];
		for (let request = 0; request < 60; request++) left.push((await lane.take())?.at ?? NaN);
		expect((left[59] ?? NaN) - (left[47] ?? NaN)).toBeLessThan(1020 + 20);
	});

	it('is counted from the permission, though the request is put off by another limit', async () => {
		clock.turnMs = 20;
		const departure: Departure = { at: clock.now() };
		const noted = noteEventLoopDelay(departure, clock);
		departure.at = 60;
		await noted;
		expect(departure).toEqual({ at: 60, delayMs: 80 });
	});

	it('lets the thirteenth request after a late one leave later, so that all arrive within the limit', async () => {
		const pacer = new Pacer({ requests: 12, windowMs: 1000 }, clock);
		const lane = pacer.openLane();
		const left: number[] = [];
		for (let request = 0; request < 40; request++) {
			clock.turnMs = request === 20 ? 20 : 0;
			left.push((await lane.take())?.at ?? NaN);
			if (request === 20) await clock.sleep(80);
		}
		const spanAfter = (request: number) => (left[request + 12] ?? NaN) - (left[request] ?? NaN);
		expect(spanAfter(20)).toBeGreaterThan(1020 + 79);
		expect(spanAfter(12)).toBeLessThan(1020 + 20);
	});
});
