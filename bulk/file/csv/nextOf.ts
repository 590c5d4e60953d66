/**
 * Where a character comes next in a text. It is searched for again only when that place is passed: searched for from
 * every cell, a character that is rare or missing would make the time grow with the square of the text.
 */
export class NextOf {
	private found = -1;

	constructor(
		private readonly text: string,
		private readonly character: string,
	) {}

	/** @param at never less than in the call before */
	from(at: number): number {
		if (this.found < at) {
			const index = this.text.indexOf(this.character, at);
			this.found = index === -1 ? Infinity : index;
		}
		return this.found;
	}
}
