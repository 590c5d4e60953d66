import type { Clock } from './clock';

/** Work without a pause takes no longer than so many milliseconds: requests, timers and all other work of n8n wait for it. */
const longestStretchMs = 10;

/** Lets other work of the process in between, for whoever works through many rows. */
export class Breather {
	private since: number;

	constructor(private readonly clock: Clock) {
		this.since = clock.now();
	}

	/** @returns whether the work has gone on long enough */
	isDue(): boolean {
		return this.clock.now() - this.since >= longestStretchMs;
	}

	/** Waits for a turn of the event loop. */
	async take(): Promise<void> {
		await this.clock.sleep(0);
		this.since = this.clock.now();
	}
}
