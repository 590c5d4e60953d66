import type { RefusedRow } from '../../bulk/rows';

/** Refuses a row whose phone number a sheet has rounded to 5.21E+11, for its digits are lost. */
export function refuseRounded(itemIndex: number, spelling: string): RefusedRow {
	return {
		itemIndex,
		refused: {
			code: 'ROUNDED_NUMBER',
			message: `The sheet has rounded this number to "${spelling}", so its last digits are lost. Format the column as plain text and enter the number again.`,
			contact: spelling,
		},
	};
}
