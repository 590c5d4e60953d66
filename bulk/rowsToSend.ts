import type { BulkRow, ReadRow, ReadUpTo, RowResult } from './rows';

type KeptRow = Exclude<ReadRow<unknown>, BulkRow<unknown>>;

/** After so many rows that are not sent, those that wait for others are told how far the reading has come. */
const keptRows = 1000;

/**
 * Gives the rows that are to be sent, and tells of the others.
 *
 * @param tell is called with each row that is not sent, and with what becomes of it
 */
export async function* rowsToSend<Payload>(
	rows: AsyncIterable<ReadRow<Payload> | ReadUpTo>,
	tell: (itemIndex: number, result: RowResult) => void,
): AsyncGenerator<BulkRow<Payload> | ReadUpTo> {
	let kept = 0;
	for await (const row of rows) {
		if ('payload' in row || 'readUpTo' in row) {
			yield row;
			continue;
		}
		const { itemIndex } = row;
		tell(itemIndex, resultOf(row));
		if (++kept % keptRows === 0) yield { readUpTo: itemIndex };
	}
}

/** The result of a row that is not sent. */
export function resultOf(row: KeptRow): RowResult {
	if ('suppressed' in row) return { status: 'suppressed' };
	if ('heldBack' in row) return { status: 'not_sent' };
	const { contact, ...problem } = row.refused;
	return { status: 'failed', contact, problem };
}
