import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { shorten } from '../messages';
import type { Tally } from './tally';
import { countOf, inFigures } from './words';

/** So much of a reason is shown (characters). */
const mostCharacters = 200;

/**
 * Says that more than half of the rows failed, and why most of them did: what looks like a success to n8n is none.
 *
 * @returns sentences without HTML; undefined when at most half of the rows that were to be sent failed
 */
export function sayMostFailed(tally: Tally): string | undefined {
	const failed = tally.withStatus('failed');
	const wanted = wantedRows(tally);
	if (failed * 2 <= wanted) return undefined;
	const share =
		failed === wanted ? all(wanted) : `${Math.floor((failed / wanted) * 100)} % of the rows failed`;
	const reason = tally.commonestReason;
	if (!reason) return `${share}.`;
	const { code, rows, message } = reason;
	if (wanted === 1) return `${share}, ${code}: ${shown(message)}`;
	const most = rows === wanted ? ` with ${code}` : `, ${inFigures(rows)} of them with ${code}`;
	return `${share}${most}, such as: ${shown(message)}`;
}

function shown(message: string): string {
	return shorten(message, mostCharacters).replace(/[<&]/g, '');
}

/**
 * Ends a run of which nothing is right, where the option Fail When All Rows Fail is on.
 *
 * @param sum of the run
 * @throws NodeOperationError when all rows failed, unless On Error is Continue
 */
export function failWhenAllFailed(context: IExecuteFunctions, tally: Tally, sum: string): void {
	const failed = tally.withStatus('failed');
	if (failed === 0 || failed < wantedRows(tally) || context.continueOnFail()) return;
	const error = new NodeOperationError(context.getNode(), sayMostFailed(tally) ?? all(failed), {
		description: `${sum} Options > Fail When All Rows Fail ends the run.`,
	});
	error.context.code = 'ALL_ROWS_FAILED';
	throw error;
}

function all(rows: number): string {
	return rows === 1 ? 'The only row failed' : `All ${countOf(rows, 'row')} failed`;
}

/** Rows that were to be sent: not those that nobody wanted to be. */
function wantedRows(tally: Tally): number {
	return tally.rows - tally.withStatus('suppressed') - tally.withStatus('not_sent');
}
