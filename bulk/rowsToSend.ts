import type { BulkRow, ReadRow, RowResult } from './rows';

type KeptRow = Exclude<ReadRow<unknown>, BulkRow<unknown>>;

/**
 * Gives the rows that are to be sent, and tells of the others.
 *
 * @param tell is called with each row that is not sent, and with what becomes of it
 */
export async function* rowsToSend<Payload>(
	rows: AsyncIterable<ReadRow<Payload>>,
	tell: (itemIndex: number, result: RowResult) => void,
): AsyncGenerator<BulkRow<Payload>> {
	for await (const row of rows) {
		if ('payload' in row) yield row;
		else tell(row.itemIndex, resultOf(row));
	}
}

/** The result of a row that is not sent. */
export function resultOf(row: KeptRow): RowResult {
	if ('suppressed' in row) return { status: 'suppressed' };
	if ('heldBack' in row) return { status: 'not_sent' };
	const { contact, ...problem } = row.refused;
	return { status: 'failed', contact, problem };
}
