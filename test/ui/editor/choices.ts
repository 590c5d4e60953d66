/**
 * Counts what a person decides. A choice is picking one of several things, typing something, or dragging a column:
 * whatever could have been done otherwise. The only way on (a plus, Execute, Close, opening a list, the search
 * within it) is a step, but no choice.
 */
export class Choices {
	private made: string[] = [];

	/** Notes a choice, e.g. "Campaign: Cobranza semanal". */
	note(choice: string): void {
		this.made.push(choice);
	}

	/** The choices since the last call of {@link startOver}, in order. */
	list(): readonly string[] {
		return this.made;
	}

	startOver(): void {
		this.made = [];
	}
}
