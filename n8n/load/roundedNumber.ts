import type { RefusedRow } from '../../bulk/rows';
import { mayBeRight, roundedNumber } from '../form/roundedNumber';

/** Refuses a row whose phone number a sheet has rounded to 5.21E+11, or 521000000000. */
export function refuseRounded(itemIndex: number, spelling: string): RefusedRow {
	const { code } = roundedNumber(spelling);
	const message = `The sheet has rounded this number to "${spelling}". ${advice(spelling)}`;
	return { itemIndex, refused: { code, message, contact: spelling } };
}

function advice(spelling: string): string {
	return mayBeRight(spelling)
		? 'Enter it again as text, or with + if its zeros are right.'
		: 'Enter it again, in a column of plain text.';
}
