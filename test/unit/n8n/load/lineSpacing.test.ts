import { LineSpacing } from '../../../../n8n/load/lineSpacing';
import { VirtualClock } from '../../bulk/virtualClock';

const second = 1000;
const minute = 60 * second;

/** Asks once a second for so long; the seconds at which a line was due. */
async function linesOf(durationMs: number): Promise<number[]> {
	const clock = new VirtualClock();
	const spacing = new LineSpacing(clock);
	const seconds: number[] = [];
	while (clock.now() < durationMs) {
		await clock.sleep(second);
		if (spacing.isDue()) seconds.push(clock.now() / second);
	}
	return seconds;
}

describe('The spacing of the lines about a load', () => {
	it('leaves a load of less than five seconds without any', async () => {
		expect(await linesOf(4 * second)).toEqual([]);
	});

	it('has one every five seconds in the first minute', async () => {
		expect(await linesOf(31 * second)).toEqual([5, 10, 15, 20, 25, 30]);
	});

	it('has fewer the longer the load lasts, but one a minute at least', async () => {
		const lines = await linesOf(60 * minute);
		const gaps = lines.map((at, index) => at - (lines[index - 1] ?? 0));
		expect(gaps.every((gap, index) => gap >= (gaps[index - 1] ?? 0))).toBe(true);
		expect(gaps.at(-1)).toBe(60);
		expect(lines.length).toBeLessThan(90);
	});

	it('tells a long wait at once, and not again while it lasts', async () => {
		const clock = new VirtualClock();
		const spacing = new LineSpacing(clock);
		await clock.sleep(second);
		expect(spacing.isDue(minute)).toBe(true);
		await clock.sleep(second);
		expect(spacing.isDue(minute)).toBe(false);
		expect(spacing.isDue(3 * minute)).toBe(true);
	});

	it('takes a short wait for nothing special', async () => {
		const clock = new VirtualClock();
		const spacing = new LineSpacing(clock);
		await clock.sleep(second);
		expect(spacing.isDue(4 * second)).toBe(false);
		await clock.sleep(4 * second);
		expect(spacing.isDue(4 * second)).toBe(true);
	});
});
