import { Breather } from '../../../bulk/breather';
import type { Clock } from '../../../bulk/clock';
import { rowsToSend } from '../../../bulk/rowsToSend';
import type { BulkRow } from '../../../bulk/rows';

/** Work takes its time here, and so does nothing else. */
class WorkingClock implements Clock {
	private time = 0;
	/** When somebody let others in between (ms). */
	readonly breaths: number[] = [];

	now(): number {
		return this.time;
	}

	work(milliseconds: number): void {
		this.time += milliseconds;
	}

	sleep(): Promise<void> {
		this.breaths.push(this.time);
		return Promise.resolve();
	}
}

describe('Work through many rows', () => {
	let clock: WorkingClock;
	beforeEach(() => {
		clock = new WorkingClock();
	});

	it('lets others in between after ten milliseconds, and not before', async () => {
		const breather = new Breather(clock);
		clock.work(9);
		expect(breather.isDue()).toBe(false);
		clock.work(1);
		expect(breather.isDue()).toBe(true);
		await breather.take();
		expect(breather.isDue()).toBe(false);
		expect(clock.breaths).toEqual([10]);
	});

	async function* rows(): AsyncGenerator<BulkRow<string>> {
		for (let itemIndex = 0; itemIndex < 100; itemIndex++) {
			clock.work(1);
			yield { itemIndex, group: '7', payload: 'a contact' };
		}
	}

	it('does so while rows are read, and leaves none out', async () => {
		let read = 0;
		for await (const row of rowsToSend(rows(), () => {}, clock)) read += 'payload' in row ? 1 : 0;
		expect(read).toBe(100);
		expect(clock.breaths).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
	});
});
