/** What a service allows: so many requests in any span of that length. */
export interface RateLimit {
	requests: number;
	windowMs: number;
}

/** Requests travel unequally long: a window this much wider than the service's keeps them inside it on arrival. */
const travelAllowanceMs = 35;
/** Of that allowance, what a request may be late before it is counted as having left later. */
const usualLatenessMs = 15;
/** The most that one request's lateness widens the window: a slow answer may be the service's own doing. */
const maxLatenessMs = 500;
/** So many answers tell how long one usually takes. */
const remembered = 25;
/** How far below the even spacing a late request may be caught up. */
const catchUp = 0.97;
const slowest = 8;

/** A request that left. */
export interface Departure {
	/** When it left, milliseconds on the caller's clock; put off when it has to wait for another limit besides. */
	at: number;
	/** How long its answer took, once it is there. */
	roundTripMs?: number;
}

/**
 * Says when the next request may leave so that the limit holds in *any* span, not only in counted ones.
 *
 * Requests are spaced evenly, a little wider than the limit asks. One that was answered later than others arrived
 * later, so the window begins later for it: on a busy machine, too, no 13th request falls into its second. After a
 * refusal for speed it slows down, and with every success it comes back to the limit, so that several n8n workers
 * that cannot see each other share it.
 */
export class RateWindow {
	private readonly departures: Departure[] = [];
	private readonly roundTripsMs: number[] = [];
	private slowness = 1;

	/**
	 * @param limit requests per span in milliseconds
	 * @param earlier a window whose requests count for this one too, those before it was opened
	 */
	constructor(
		private readonly limit: RateLimit,
		earlier?: RateWindow,
	) {
		for (const departure of earlier?.departures ?? []) this.count(departure);
	}

	/** @returns the earliest time (ms, on the caller's clock) at which the next request may leave */
	nextDeparture(): number {
		const { requests, windowMs } = this.limit;
		const spanMs = (windowMs + travelAllowanceMs) * this.slowness;
		const last = this.departures.at(-1)?.at ?? -Infinity;
		const even = last + (spanMs / requests) * catchUp;
		const [oldest] = this.departures;
		if (!oldest || this.departures.length < requests) return even;
		return Math.max(even, oldest.at + this.latenessMs(oldest) + spanMs);
	}

	depart(now: number): Departure {
		const departure: Departure = { at: now };
		this.count(departure);
		return departure;
	}

	/** Takes note of a request that left by permission of another window besides. */
	count(departure: Departure): void {
		this.departures.push(departure);
		if (this.departures.length > this.limit.requests) this.departures.shift();
	}

	/** Takes note of a successful answer: how long it took, and that the service keeps up. */
	arrive(departure: Departure, now: number): void {
		departure.roundTripMs = now - departure.at;
		this.roundTripsMs.push(departure.roundTripMs);
		if (this.roundTripsMs.length > remembered) this.roundTripsMs.shift();
		this.slowness = Math.max(1, this.slowness * 0.97);
	}

	slowDown(): void {
		this.slowness = Math.min(slowest, this.slowness * 1.5);
	}

	private latenessMs({ roundTripMs }: Departure): number {
		if (roundTripMs === undefined) return 0;
		const late = roundTripMs - median(this.roundTripsMs) - usualLatenessMs;
		return Math.min(maxLatenessMs, Math.max(0, late));
	}
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
