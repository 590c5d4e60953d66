import type { RefusedRow } from '../../bulk/rows';
import { roundedNumber } from '../form/roundedNumber';

/** Refuses a row whose phone number a sheet has rounded to 5.21E+11, or 521000000000. */
export function refuseRounded(itemIndex: number, spelling: string): RefusedRow {
	const { code, message, advice } = roundedNumber(spelling);
	return { itemIndex, refused: { code, message: `${message} ${advice}`, contact: spelling } };
}
