import type { Clock } from '../../../../bulk/clock';
import { joinLanes } from '../../../../bulk/pace/jointLane';
import { Pacer, type Lane } from '../../../../bulk/pace/pacer';
import { VirtualClock } from '../../../../test/unit/bulk/virtualClock';
import { bulkLimit, generalLimit } from '../../nodes/OliAi/client';

const minute = 60_000;

async function departuresOf(clock: Clock, lane: Lane, count: number) {
	const departures: number[] = [];
	for (let request = 0; request < count; request++) {
		const departure = await lane.take();
		departures.push(clock.now());
		if (departure) lane.accepted(departure);
	}
	return departures;
}

const general = (clock: Clock) => new Pacer(generalLimit, clock).openLane();
const bulk = (clock: Clock) => joinLanes(new Pacer(bulkLimit, clock).openLane(), general(clock));

describe('The pace of OliAI', () => {
	it.each([
		['60 a minute', generalLimit, general],
		['10 bulk requests a minute', bulkLimit, bulk],
	])('keeps to %s: never more in any minute, and within 2 %% of it over twenty', async (_, limit, laneOf) => {
		const clock = new VirtualClock();
		const departures = await departuresOf(clock, laneOf(clock), limit.requests * 20 + 1);
		const busiest = departures.map(
			(from) => departures.filter((at) => at >= from && at < from + minute).length,
		);
		expect(Math.max(...busiest)).toBe(limit.requests);
		const perMinute = (departures.length - 1) / ((departures.at(-1) ?? 0) / minute);
		expect(perMinute).toBeLessThanOrEqual(limit.requests);
		expect(perMinute).toBeGreaterThan(limit.requests * 0.98);
	});
});
