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
/** How far below the even spacing requests come: what was lost is made up for slowly. */
const evenly = 0.97;
/** A sender that has the whole limit to itself sends so close, until it has caught up with what its own process made late. */
const closestAlone = 0.4;
/** No more than so much lateness (ms) is caught up: whoever sent nothing for longer was not late, but had nothing to send. */
const mostCaughtUpMs = 300;
/** The first request after a pause opens a connection (name, TCP, TLS), and arrives so much later (ms) than the next. */
const openingMs = 100;
/** So many windows are looked back on; when nothing left in them, it was a pause. */
const remembered = 3;

/** A departure that counts, and how much later (ms) than evenly it was. */
interface Counted {
	departure: Departure;
	lateMs: number;
}

/**
 * Says when the next request may leave so that a limit holds in *any* span, not only in counted ones. Requests are
 * spaced evenly; of a sender that has the whole limit, those that left late are caught up by the ones behind them.
 */
export class RateWindow {
	/** In order, without those that were forgotten. */
	private readonly counted: Counted[] = [];
	/** A forgotten one too: the even spacing is kept to it. */
	private last?: Counted;

	/**
	 * @param limit requests per span in milliseconds
	 * @param earlier a window whose requests count for this one too, those before it was opened
	 */
	constructor(
		private readonly limit: RateLimit,
		earlier?: RateWindow,
	) {
		for (const { departure } of earlier?.counted ?? []) this.count(departure);
	}

	/**
	 * @param share requests per span that may leave; all that the limit allows unless it is said
	 * @param margin by what part of itself the span is widened
	 * @returns the earliest time (ms, on the caller's clock) at which the next request may leave
	 */
	nextDeparture(share = this.limit.requests, margin = leastMargin): number {
		const { intervalMs, spanMs, first } = this.spacing(share, margin);
		const closest = share < this.limit.requests ? evenly : closestAlone;
		return Math.max(
			(this.last?.departure.at ?? -Infinity) + intervalMs * closest,
			first ? arrivalOf(first.departure) - this.usualDelayMs() + spanMs : -Infinity,
			this.dueAt(share, margin),
		);
	}

	/** When the next request would leave (ms) if none before it had been late. */
	private dueAt(share: number, margin: number): number {
		if (share < this.limit.requests) return -Infinity;
		const { intervalMs, spanMs, first } = this.spacing(share, margin);
		const afterLast = this.last ? dueOf(this.last) + intervalMs * evenly : -Infinity;
		const afterFirst = first ? dueOf(first) + (first.departure.opensMs ?? 0) + spanMs : -Infinity;
		return Math.max(afterLast, afterFirst);
	}

	/** The even spacing, and the request that a span begins with when the next one ends it. */
	private spacing(share: number, margin: number): { intervalMs: number; spanMs: number; first?: Counted } {
		const intervalMs = (this.limit.windowMs * (1 + margin)) / share;
		const requests = Math.max(1, Math.floor(share));
		return { intervalMs, spanMs: requests * intervalMs, first: this.counted.at(-requests) };
	}

	/** Where all requests leave late the next will too, so only that one of them left later than others counts. */
	private usualDelayMs(): number {
		// Of the last one it is not known yet.
		const delays = this.counted.slice(0, -1).map(({ departure: { delayMs = 0 } }) => delayMs);
		return delays.length > 0 ? Math.min(...delays) : 0;
	}

	/** Takes note of a request that leaves now, at the share and the margin of `nextDeparture`. */
	depart(now: number, share = this.limit.requests, margin = leastMargin): Departure {
		const isFirst = !this.last || this.last.departure.at < now - remembered * this.limit.windowMs;
		const departure: Departure = isFirst ? { at: now, opensMs: openingMs } : { at: now };
		this.count(departure, share, margin);
		return departure;
	}

	/** Takes note of a request that left by permission of another window besides. */
	count(departure: Departure, share = this.limit.requests, margin = leastMargin): void {
		const dueAt = departure.opensMs ? departure.at : this.dueAt(share, margin);
		const lateMs = dueAt > -Infinity ? Math.min(mostCaughtUpMs, Math.max(0, departure.at - dueAt)) : 0;
		this.last = { departure, lateMs };
		this.counted.push(this.last);
		if (this.counted.length > this.limit.requests * remembered) this.counted.shift();
	}

	/** The service did not count that request, so another may leave in its stead; not before the even spacing, though. */
	forget(departure: Departure): void {
		const index = this.counted.findIndex((counted) => counted.departure === departure);
		if (index >= 0) this.counted.splice(index, 1);
	}

	/** @returns how many came in so many windows (up to three) before that request, itself and forgotten ones aside */
	countBefore({ at: end }: Departure, windows: number): number {
		const begin = end - windows * this.limit.windowMs;
		return this.counted.filter(({ departure }) => arrivalOf(departure) > begin && departure.at < end).length;
	}
}

function dueOf({ departure, lateMs }: Counted): number {
	return departure.at - lateMs;
}

/** As if all others took no time: only how unequally long they travel matters. */
function arrivalOf({ at, opensMs = 0, delayMs = 0 }: Departure): number {
	return at + Math.max(opensMs, delayMs);
}
