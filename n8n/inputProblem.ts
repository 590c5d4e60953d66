/** What the person put into the form cannot be sent. */
export class InputProblem extends Error {
	/**
	 * @param code a word in capitals, such as `NO_CAMPAIGN`
	 * @param message what is wrong, a sentence
	 * @param advice what to do, a sentence
	 */
	constructor(
		readonly code: string,
		message: string,
		readonly advice: string,
	) {
		super(message);
	}
}
