/**
 * Asks an agent's model for care, where a tool reaches people or takes something away.
 *
 * @param what the user has to have asked for: 'this call, to this person'
 * @returns a sentence
 */
export function onlyWhenAsked(what: string): string {
	return `Use it only when the user has asked for ${what}; if in doubt, ask the user first.`;
}
