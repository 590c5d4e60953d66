import type { BulkRow } from './rows';

/** Rows that share a request. */
export interface Batch<Payload> {
	group: string;
	/** Its place among the batches of its group: '0', '1', ...; parts of one are '1.0', '1.1'. */
	number: string;
	rows: Array<BulkRow<Payload>>;
	/**
	 * The earlier requests that held one of its contacts, each with what came of it. What this batch brings about
	 * depends on them, and so does its idempotency key.
	 */
	after?: readonly string[];
}

/**
 * What becomes of rows with one order key in one batch: kept `apart`, each in a batch of its own; or `together`, for
 * a request that names each contact once anyway, so that they share it and its result.
 */
export type Repeats = 'apart' | 'together';

/**
 * Cuts a batch in two, for a service that found it too large.
 *
 * @returns two batches that together hold its rows in order, or undefined when a single row is left
 */
export function halveBatch<Payload>(batch: Batch<Payload>): [Batch<Payload>, Batch<Payload>] | undefined {
	if (batch.rows.length < 2) return undefined;
	const middle = Math.ceil(batch.rows.length / 2);
	const part = (number: number, rows: Array<BulkRow<Payload>>) => ({
		...batch,
		number: `${batch.number}.${number}`,
		rows,
	});
	return [part(0, batch.rows.slice(0, middle)), part(1, batch.rows.slice(middle))];
}
