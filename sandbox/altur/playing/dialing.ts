/**
 * When the next call may begin: evenly, so many in a second. A moment that came late is made up for, but not
 * more than a tenth of a second of them.
 */
export class Dialing {
	private nextAt = 0;
	private readonly intervalMs: number;

	constructor(callsPerSecond: number) {
		this.intervalMs = 1000 / callsPerSecond;
	}

	/** Milliseconds until a call may begin; 0 for now, which uses the moment up. */
	take(now: number): number {
		if (now < this.nextAt) return this.nextAt - now;
		this.nextAt = Math.max(this.nextAt, now - 100) + this.intervalMs;
		return 0;
	}
}
