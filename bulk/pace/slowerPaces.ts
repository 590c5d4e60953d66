import { RateWindow, type RateLimit } from './rateWindow';

interface Pace {
	limit: RateLimit;
	window: RateWindow;
}

/**
 * The paces below an account's limit that its executions have asked for. Whoever asks for a pace says how much of the
 * account this n8n may use; so all that ask for six a second or less send six together, and of these, all that ask
 * for three or less send three.
 *
 * Memory grows with the number of different paces, which a form offers a few of, and not with that of executions.
 */
export class SlowerPaces {
	/** The slowest first. */
	private readonly paces: Pace[] = [];

	/** Keeps that pace from now on. Requests that left at slower ones count for it already. */
	add(limit: RateLimit): void {
		if (this.paces.some((pace) => rateOf(pace.limit) === rateOf(limit))) return;
		const slower = this.paces.filter((pace) => rateOf(pace.limit) < rateOf(limit));
		const window = new RateWindow(limit, slower.at(-1)?.window);
		this.paces.splice(slower.length, 0, { limit, window });
	}

	/** @returns the windows in which a request at that pace counts: that of the pace, and those of all faster ones */
	windowsOf(limit: RateLimit | undefined): RateWindow[] {
		if (!limit) return [];
		return this.paces.filter((pace) => rateOf(pace.limit) >= rateOf(limit)).map(({ window }) => window);
	}
}

function rateOf({ requests, windowMs }: RateLimit): number {
	return requests / windowMs;
}
