import type { RowResult } from '../../bulk/rows';

/** The code of a row that was not sent, because the run had ended before. */
export const notSent = 'NOT_SENT';

/** Counts what became of rows. */
export class Tally {
	private readonly byStatus = new Map<string, number>();
	/** Failed rows that were not sent. */
	unsent = 0;
	rows = 0;

	static of(results: Iterable<RowResult>): Tally {
		const tally = new Tally();
		for (const result of results) tally.note(result);
		return tally;
	}

	note({ status, problem }: RowResult): void {
		this.rows++;
		this.byStatus.set(status, this.withStatus(status) + 1);
		if (problem?.code === notSent) this.unsent++;
	}

	withStatus(status: string): number {
		return this.byStatus.get(status) ?? 0;
	}
}
