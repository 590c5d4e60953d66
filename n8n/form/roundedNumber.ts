import { InputProblem } from '../inputProblem';

/**
 * Says that a sheet has rounded a phone number to 5.21E+11, or 521000000000, for its digits are lost.
 *
 * @param spelling as typed
 */
export function roundedNumber(spelling: string): InputProblem {
	return new InputProblem(
		'ROUNDED_NUMBER',
		`The sheet has rounded this number to "${spelling}", so its last digits are lost.`,
		howToMend(spelling),
	);
}

/** A number may also end in many zeros because it is one of a switchboard. */
export function mayBeRight(spelling: string): boolean {
	return !/e/i.test(spelling);
}

/** What to do about it. */
export function howToMend(spelling: string): string {
	return `Format the column as plain text and enter the number again.${mayBeRight(spelling) ? ' If its zeros are right, write it with + and the country code.' : ''}`;
}
