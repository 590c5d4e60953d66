/** What a service allows: so many requests in any span of that length. */
export interface RateLimit {
	requests: number;
	windowMs: number;
}

/** A request that left. */
export interface Departure {
	/** When it left, milliseconds on the caller's clock; put off when it has to wait for another limit besides. */
	at: number;
	/** So much later (ms) it arrives when it opens a connection. */
	opensMs?: number;
	/** So much later (ms) its own process let it leave. */
	delayMs?: number;
}

/** How much wider than the service's own a window is at least: requests travel unequally long. */
export const leastMargin = 0.02;
/** How far below the even spacing a late request may be caught up. */
const catchUp = 0.97;
/** The first request after a pause opens a connection (name, TCP, TLS), and arrives so much later (ms) than the next. */
const openingMs = 100;
/** So many windows are looked back on; when nothing left in them, it was a pause. */
const remembered = 3;

/**
 * Says when the next request may leave so that a limit holds in *any* span, not only in counted ones. Requests are
 * spaced evenly, so that those of several senders fall between each other.
 */
export class RateWindow {
	/** In order, without those that were forgotten. */
	private readonly departures: Departure[] = [];
	/** A forgotten one too: the even spacing is kept to it. */
	private last?: Departure;

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

	/**
	 * @param share requests per span that may leave; all that the limit allows unless it is said
	 * @param margin by what part of itself the span is widened
	 * @returns the earliest time (ms, on the caller's clock) at which the next request may leave
	 */
	nextDeparture(share = this.limit.requests, margin = leastMargin): number {
		const intervalMs = (this.limit.windowMs * (1 + margin)) / share;
		const evenly = (this.last?.at ?? -Infinity) + intervalMs * catchUp;
		const span = Math.max(1, Math.floor(share));
		const first = this.departures.at(-span);
		if (!first) return evenly;
		return Math.max(evenly, arrivalOf(first) - this.usualDelayMs() + span * intervalMs);
	}

	/** Where all requests leave late the next will too, so only that one of them left later than others counts. */
	private usualDelayMs(): number {
		// Of the last one it is not known yet.
		const delays = this.departures.slice(0, -1).map(({ delayMs = 0 }) => delayMs);
		return delays.length > 0 ? Math.min(...delays) : 0;
	}

	depart(now: number): Departure {
		const isFirst = !this.last || this.last.at < now - remembered * this.limit.windowMs;
		const departure: Departure = isFirst ? { at: now, opensMs: openingMs } : { at: now };
		this.count(departure);
		return departure;
	}

	/** Takes note of a request that left by permission of another window besides. */
	count(departure: Departure): void {
		this.departures.push(departure);
		this.last = departure;
		if (this.departures.length > this.limit.requests * remembered) this.departures.shift();
	}

	/** The service did not count that request, so another may leave in its stead; not before the even spacing, though. */
	forget(departure: Departure): void {
		const index = this.departures.indexOf(departure);
		if (index >= 0) this.departures.splice(index, 1);
	}

	/** @returns how many came in so many windows (up to three) before that request, itself and forgotten ones aside */
	countBefore({ at: end }: Departure, windows: number): number {
		const begin = end - windows * this.limit.windowMs;
		return this.departures.filter((departure) => arrivalOf(departure) > begin && departure.at < end).length;
	}
}

/** As if all others took no time: only how unequally long they travel matters. */
function arrivalOf({ at, opensMs = 0, delayMs = 0 }: Departure): number {
	return at + Math.max(opensMs, delayMs);
}
