import type { RowProblem, RowResult } from '../../bulk/rows';

/** The code of a row that was not sent, because the run had ended before. */
export const notSent = 'NOT_SENT';

/** So many reasons are told apart: those of a service are few. */
const mostReasons = 100;

/** Why rows failed. */
interface Reason {
	code: string;
	rows: number;
	/** Of the first of them. */
	message: string;
}

/** Counts what became of rows. */
export class Tally {
	private readonly byStatus = new Map<string, number>();
	private readonly reasons = new Map<string, Reason>();
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
		else if (status === 'failed' && problem) this.noteReason(problem);
	}

	/** Why most rows failed that were not only not sent. */
	get commonestReason(): Reason | undefined {
		return this.sortedReasons[0];
	}

	/** The codes of all reasons, the commonest first. */
	get reasonCodes(): string[] {
		return this.sortedReasons.map(({ code }) => code);
	}

	withStatus(status: string): number {
		return this.byStatus.get(status) ?? 0;
	}

	private get sortedReasons(): Reason[] {
		return [...this.reasons.values()].sort((one, other) => other.rows - one.rows);
	}

	private noteReason({ code, message }: RowProblem): void {
		const known = this.reasons.get(code);
		if (known) known.rows++;
		else if (this.reasons.size < mostReasons) this.reasons.set(code, { code, rows: 1, message });
	}
}
