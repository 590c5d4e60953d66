/** What a service does with too many requests. */
export interface Limiter {
	/**
	 * Judges a request.
	 *
	 * @param now when it arrives, in milliseconds
	 * @returns 0 when it is accepted, otherwise milliseconds until one would be
	 */
	admit(now: number): number;
}

/** Requests per second that a limiter allows at a time (ms): it may change under the senders. */
export type Allowance = (now: number) => number;

const second = 1000;

/** At most so many in any second: Django REST framework's throttle, when refused requests do not count. */
export class SlidingWindow implements Limiter {
	private counted: number[] = [];

	constructor(
		private readonly allowance: Allowance,
		private readonly countsRefused = false,
	) {}

	admit(now: number): number {
		this.counted = this.counted.filter((at) => at > now - second);
		const waited = this.counted.at(-this.allowance(now));
		if (waited === undefined || this.countsRefused) this.counted.push(now);
		return waited === undefined ? 0 : waited + second - now;
	}
}

/** So many tokens a second, saved up to a number; every request takes one. */
export class TokenBucket implements Limiter {
	private tokens: number;
	private filledAt = 0;

	constructor(
		private readonly allowance: Allowance,
		private readonly capacity: number,
	) {
		this.tokens = capacity;
	}

	admit(now: number): number {
		const perMillisecond = this.allowance(now) / second;
		this.tokens = Math.min(this.capacity, this.tokens + (now - this.filledAt) * perMillisecond);
		this.filledAt = now;
		if (this.tokens < 1) return (1 - this.tokens) / perMillisecond;
		this.tokens--;
		return 0;
	}
}

/** At most so many in each second of the service's clock. */
export class FixedWindow implements Limiter {
	private began = 0;
	private accepted = 0;

	constructor(
		private readonly allowance: Allowance,
		/** When, in milliseconds after the start, its seconds begin. */
		private readonly phase: number,
	) {}

	admit(now: number): number {
		const began = Math.floor((now - this.phase) / second) * second + this.phase;
		if (began !== this.began) this.accepted = 0;
		this.began = began;
		if (this.accepted >= this.allowance(now)) return began + second - now;
		this.accepted++;
		return 0;
	}
}
