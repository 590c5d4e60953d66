/** A share never falls below this part of the limit, or nothing would be learned any more. */
const leastShare = 1 / 24;
/** Fewer accepted requests than this in a window say nothing of a share: it may have begun to send just now. */
const fewestToTell = 2;
/** What is left of a share after a refusal of which too few accepted requests tell. */
const blindDecrease = 0.7;
/** A refusal takes at least a tenth. */
const decrease = 0.9;
/** Additive increase: in a window without refusal, a share grows by this part of the limit. */
const increase = 0.005;
/** After so many windows without refusal the whole limit has grown to it: whoever had it before has gone. */
const regainedAfter = 10;
/** The higher, the later the growth quickens, and the more abruptly. */
const quickening = 6;

/**
 * How much of a service's limit a sender takes, where others use it too that it cannot see: by additive increase and
 * multiplicative decrease (AIMD), as TCP shares a line.
 *
 * When a window is full, what a sender brought into it is its share; so a refusal sets it to what was accepted lately.
 * The increase is the same for all senders, large or small, and the decrease takes more from the large: so they
 * come to equal shares. What grows quickly meets many refusals, and what grows slowly does not notice that others have
 * gone: so it begins slowly, and quickens the longer nothing is refused.
 */
export class FairShare {
	private share: number;
	private growsFrom = -Infinity;

	/**
	 * @param most requests per window that the limit allows
	 * @param windowMs its length in milliseconds
	 */
	constructor(
		private readonly most: number,
		private readonly windowMs: number,
	) {
		this.share = most;
	}

	/**
	 * @param now milliseconds
	 * @returns requests per window, up to all that the limit allows
	 */
	at(now: number): number {
		const windows = Math.max(0, now - this.growsFrom) / this.windowMs;
		if (windows >= regainedAfter) return this.most;
		const growth = increase * windows + (windows / regainedAfter) ** quickening;
		return Math.min(this.most, this.share + growth * this.most);
	}

	/**
	 * Gives way after a refusal.
	 *
	 * @param accepted requests per window that were accepted lately
	 * @param now milliseconds
	 * @param growsFrom when it may grow again, in milliseconds: once the service may be asked again
	 */
	shrink(accepted: number, now: number, growsFrom: number): void {
		const before = this.at(now);
		const told = accepted < fewestToTell ? Math.max(accepted, before * blindDecrease) : accepted;
		this.share = Math.max(this.most * leastShare, Math.min(told, before * decrease));
		this.growsFrom = growsFrom;
	}
}
