import type { Clock } from '../../bulk/clock';

/** Until the first line, and between two of them at least (ms): a load that is over sooner needs none. */
const leastMs = 5_000;
/** The longer a load has lasted, the rarer the lines: a tenth of that time apart, and so much (ms) at most. */
const mostMs = 60_000;

/** Says when a line about a load under way is due. No timer tells it: it is asked whenever something has happened. */
export class LineSpacing {
	private readonly startedMs: number;
	private dueMs: number;
	private waitToldUntilMs: number;

	/** @param clock as the load sees it; the load begins now */
	constructor(private readonly clock: Clock) {
		this.startedMs = clock.now();
		this.dueMs = this.startedMs + leastMs;
		this.waitToldUntilMs = this.startedMs;
	}

	/**
	 * Asks whether to write a line now; a yes counts as written.
	 *
	 * @param waitMs how long a request waits from now on. A long wait is told at once, because nothing may happen
	 * until it is over, unless one that ends about then has been told already
	 */
	isDue(waitMs = 0): boolean {
		const now = this.clock.now();
		const isLongWait = waitMs >= leastMs && now + waitMs > this.waitToldUntilMs + leastMs;
		if (!isLongWait && now < this.dueMs) return false;
		this.dueMs = now + Math.min(mostMs, Math.max(leastMs, (now - this.startedMs) / 10));
		if (isLongWait) this.waitToldUntilMs = now + waitMs;
		return true;
	}
}
