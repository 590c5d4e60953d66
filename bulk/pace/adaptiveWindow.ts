import { FairShare } from './fairShare';
import { RateWindow, type Departure, type RateLimit } from './rateWindow';
import { mostMargin, TravelMargin } from './travelMargin';

/** Over so many windows it is averaged what was accepted lately, so that chance does not take a share away. */
const averaged = 3;

/**
 * A rate window that learns from refusals, and from nothing else. Why a request was refused shows in what the sender
 * itself brought into the window before it: all that the limit allows, so requests have arrived closer together than they
 * left (`TravelMargin`); or less, so somebody else uses the limit too, or it is lower than it was said (`FairShare`).
 */
export class AdaptiveWindow {
	private readonly window: RateWindow;
	private readonly share: FairShare;
	private readonly margin = new TravelMargin();
	private learnedAt = -Infinity;

	/** @param limit requests per span in milliseconds */
	constructor(private readonly limit: RateLimit) {
		this.window = new RateWindow(limit);
		this.share = new FairShare(limit.requests, limit.windowMs);
	}

	/**
	 * @param now milliseconds
	 * @returns the earliest time (ms) at which the next request may leave, as far as it is known now
	 */
	nextDeparture(now: number): number {
		return this.window.nextDeparture(this.share.at(now), this.margin.current());
	}

	depart(now: number): Departure {
		return this.window.depart(now, this.share.at(now), this.margin.current());
	}

	/** A request was accepted. Only at the full pace does that say how wide the margin has to be. */
	accepted(now: number): void {
		if (this.share.at(now) >= this.limit.requests) this.margin.narrow();
	}

	/**
	 * A request was refused for speed.
	 *
	 * @param now milliseconds
	 * @param resumesAt when requests may leave again (ms)
	 */
	refused(departure: Departure, now: number, resumesAt: number): void {
		this.window.forget(departure);
		// Requests that left before the last refusal was known are refused for the same reason as that one.
		if (departure.at <= this.learnedAt) return;
		this.learnedAt = now;
		const { requests } = this.limit;
		if (this.window.countBefore(departure, 1 + mostMargin) >= requests) {
			this.margin.widen();
			return;
		}
		const lately = Math.max(
			this.window.countBefore(departure, 1),
			this.window.countBefore(departure, averaged) / averaged,
		);
		this.share.shrink(lately, now, Math.max(now, resumesAt));
	}
}
