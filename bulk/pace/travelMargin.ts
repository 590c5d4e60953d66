import { leastMargin } from './rateWindow';

/** The most that a window is widened, as part of itself: wider, and the margin costs more than refusals do. */
export const mostMargin = 0.1;
/** What a refusal adds. */
const widening = 0.01;
/** So much is taken off by each accepted request: in balance, about one in four hundred is refused. */
const narrowing = widening / 400;

/**
 * How much wider than the service's own a window has to be, because requests travel unequally long and arrive closer
 * together than they left. How unequally, nobody says; how long an answer takes does not tell, for that is mostly the
 * service's own work. So a refusal widens it, and every accepted request narrows it by much less: it comes to rest where
 * refusals are rare.
 */
export class TravelMargin {
	private margin = leastMargin;

	/** @returns by what part of itself the window is widened */
	current(): number {
		return this.margin;
	}

	widen(): void {
		this.margin = Math.min(mostMargin, this.margin + widening);
	}

	narrow(): void {
		this.margin = Math.max(leastMargin, this.margin - narrowing);
	}
}
