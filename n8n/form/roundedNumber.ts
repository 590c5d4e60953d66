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

/** What to do about it; a number may also end in many zeros because it is one of a switchboard. */
export function howToMend(spelling: string): string {
	const mayBeRight = !/e/i.test(spelling);
	return `Format the column as plain text and enter the number again.${mayBeRight ? ' If its zeros are right, write it with + and the country code.' : ''}`;
}
