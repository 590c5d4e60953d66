import type { Clock } from '../../../../bulk/clock';
import { joinLanes } from '../../../../bulk/pace/jointLane';
import { Pacer, type Lane } from '../../../../bulk/pace/pacer';
import { VirtualClock } from '../virtualClock';

const minute = 60_000;

async function departures(clock: Clock, lane: Lane, count: number): Promise<number[]> {
	const times: number[] = [];
	for (let request = 0; request < count; request++) {
		const departure = await lane.take();
		times.push(clock.now());
		if (departure) lane.accepted(departure);
	}
	return times;
}

/** A lane that lets nothing leave and learns nothing. */
const deaf: Lane = {
	take: async () => undefined,
	throttled: () => {},
	unavailable: () => {},
	leaves: () => {},
	accepted: () => {},
};

function busiestMinute(times: readonly number[]): number {
	const counts = times.map((from) => times.filter((at) => at >= from && at < from + minute).length);
	return Math.max(...counts);
}

describe('Requests that count for two limits', () => {
	it('exceed neither, though others use the wider one up meanwhile', async () => {
		const clock = new VirtualClock();
		const general = new Pacer({ requests: 60, windowMs: minute }, clock);
		const bulk = new Pacer({ requests: 10, windowMs: minute }, clock);
		const lane = joinLanes(bulk.openLane(), general.openLane());
		const [bulkTimes, otherTimes] = await Promise.all([
			departures(clock, lane, 41),
			departures(clock, general.openLane(), 200),
		]);
		expect(busiestMinute(bulkTimes)).toBeLessThanOrEqual(10);
		expect(busiestMinute([...bulkTimes, ...otherTimes])).toBeLessThanOrEqual(60);
		expect(bulkTimes.at(-1)).toBeLessThan(minute * 4.9);
	});

	it('do not leave when the run is stopped while they wait for the second', async () => {
		const stop = new AbortController();
		const open: Lane = { ...deaf, take: async () => ({ at: 0 }) };
		const shut = deaf;
		expect(await joinLanes(open, shut).take(stop.signal)).toBeUndefined();
	});

	it('make both slow down when they are refused, each by the request that it let leave', async () => {
		const told: Array<[string, number, number | undefined]> = [];
		const limit = (name: string, at: number): Lane => ({
			...deaf,
			take: async () => ({ at }),
			throttled: (departure, waitMs) => void told.push([name, departure.at, waitMs]),
		});
		const lane = joinLanes(limit('bulk', 100), limit('general', 250));
		const departure = await lane.take();
		if (departure) lane.throttled(departure, 5000);
		lane.throttled({ at: 7 });
		expect(told).toEqual([
			['bulk', 250, 5000],
			['general', 250, 5000],
			['bulk', 7, undefined],
		]);
	});

	it('make both wait for a service that is out of order', () => {
		const waits: number[] = [];
		const lane: Lane = { ...deaf, unavailable: (waitMs) => void waits.push(waitMs) };
		joinLanes(lane, lane).unavailable(5000);
		expect(waits).toEqual([5000, 5000]);
	});

	it('tell both limits that it is about to leave, each by the request that it let leave', async () => {
		const told: Array<[string, number]> = [];
		const limit = (name: string, at: number): Lane => ({
			...deaf,
			take: async () => ({ at }),
			leaves: (departure) => void told.push([name, departure.at]),
		});
		const lane = joinLanes(limit('bulk', 100), limit('general', 250));
		const departure = await lane.take();
		if (departure) lane.leaves(departure);
		expect(told).toEqual([
			['bulk', 250],
			['general', 250],
		]);
	});

	it('tell both limits of a response, each by the request that it let leave', async () => {
		const told: Array<[string, number]> = [];
		const limit = (name: string, at: number): Lane => ({
			...deaf,
			take: async () => ({ at }),
			accepted: (departure) => void told.push([name, departure.at]),
		});
		const lane = joinLanes(limit('bulk', 100), limit('general', 250));
		const departure = await lane.take();
		if (departure) lane.accepted(departure);
		lane.accepted({ at: 7 });
		expect(told).toEqual([
			['bulk', 250],
			['general', 250],
			['bulk', 7],
		]);
	});
});
