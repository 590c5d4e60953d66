/** At most `requests` accepted requests in any `perMilliseconds`. Routes given the same object share one count. */
export interface RateLimit {
	requests: number;
	perMilliseconds: number;
}

/**
 * A sliding window over arrival times. Only accepted requests count: a client that hammers while it is
 * throttled is not locked out for ever (Django REST framework's throttle behaves the same way).
 */
class SlidingWindow {
	private readonly accepted: number[] = [];
	private oldest = 0;

	constructor(private readonly limit: RateLimit) {}

	/** Milliseconds until a request arriving at `now` would be accepted; 0 when it is accepted right away. */
	wait(now: number): number {
		const first = this.accepted[this.oldest];
		if (this.accepted.length < this.limit.requests || first === undefined) return 0;
		return Math.max(0, this.limit.perMilliseconds - (now - first));
	}

	/** Counts a request accepted at `now`. */
	count(now: number): void {
		if (this.accepted.length < this.limit.requests) {
			this.accepted.push(now);
			return;
		}
		this.accepted[this.oldest] = now;
		this.oldest = (this.oldest + 1) % this.limit.requests;
	}
}

/** The windows of one running server. */
export class RateLimiter {
	private windows = new Map<RateLimit, SlidingWindow>();

	/**
	 * Accepts a request arriving at `now` (milliseconds) under all the given limits, or counts it under none.
	 * Returns 0 when accepted, otherwise the milliseconds to wait.
	 */
	admit(limits: readonly RateLimit[], now: number): number {
		const windows = limits.map((limit) => this.windowOf(limit));
		const wait = Math.max(0, ...windows.map((window) => window.wait(now)));
		if (wait === 0) for (const window of windows) window.count(now);
		return wait;
	}

	reset(): void {
		this.windows = new Map();
	}

	private windowOf(limit: RateLimit): SlidingWindow {
		const known = this.windows.get(limit);
		if (known) return known;
		const window = new SlidingWindow(limit);
		this.windows.set(limit, window);
		return window;
	}
}
