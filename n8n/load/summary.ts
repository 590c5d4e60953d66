import type { NodeExecutionHint } from 'n8n-workflow';
import type { SendCounts } from '../../bulk/request/send';
import type { LabelledColumn } from '../form/columns/formColumns';
import type { StatusLabel } from '../form/outputField';
import type { Tally } from './tally';
import { countOf, duration, inFigures } from './words';

/** From so many rows on, a column that n8n must evaluate row by row is worth a word. */
const manyRows = 5000;

/** Said of failed rows that come out of the node with their reasons. */
export const eachSaysWhy = 'Each failed row says why.';

/** A run that is over. */
interface EndedRun {
	/** The service's name, as people write it. */
	service: string;
	/** In the order in which they are counted. */
	statuses: readonly StatusLabel[];
	tally: Tally;
	counts: SendCounts;
	/** How long it took, in milliseconds. */
	elapsedMs: number;
	/** Where each failed row says why, a sentence; undefined when the rows do not come out of the node. */
	whereReasonsAre: string | undefined;
}

/**
 * Sums up a run for the person: how many rows came to which status, in how many requests and what time.
 *
 * @returns one line, such as "1,900 created, 80 skipped, 20 failed, in 3 requests and 2 s. Each failed row says why."
 */
export function summarize({
	service,
	statuses,
	tally,
	counts,
	elapsedMs,
	whereReasonsAre,
}: EndedRun): string {
	const time = duration(elapsedMs);
	const effort = `${countOf(counts.requests, 'request')}${time === undefined ? '' : ` and ${time}`}`;
	const times = counts.throttled === 1 ? 'once' : `${inFigures(counts.throttled)} times`;
	const waited = counts.throttled === 0 ? '' : ` ${service} asked ${times} to slow down.`;
	const repeated =
		counts.retried === 0
			? ''
			: ` ${inFigures(counts.retried)} sent again after a broken connection or outage.`;
	const hasFailed = tally.withStatus('failed') > 0;
	const why = hasFailed && whereReasonsAre !== undefined ? ` ${whereReasonsAre}` : '';
	return `${countStatuses(statuses, tally)}, in ${effort}.${why}${waited}${repeated}`;
}

/** Says how many rows came to which status: "1,900 created, 80 skipped, 20 failed (5 of them not sent)". */
export function countStatuses(statuses: readonly StatusLabel[], tally: Tally): string {
	const parts = statuses.flatMap(({ status, label }) => {
		const rows = tally.withStatus(status);
		if (rows === 0) return [];
		const unsent = status === 'failed' ? tally.unsent : 0;
		if (unsent === rows) return `${inFigures(unsent)} not sent`;
		const noted = unsent === 0 ? '' : ` (${inFigures(unsent)} of them not sent)`;
		return `${inFigures(rows)} ${label.toLowerCase()}${noted}`;
	});
	return parts.join(', ') || 'No rows';
}

/** Says which columns made the run slow, and how to write them faster. */
export function slowColumnHint(
	columns: readonly LabelledColumn[],
	rows: number,
): NodeExecutionHint | undefined {
	if (rows <= manyRows) return undefined;
	const slow = columns.filter(([, column]) => column.kind === 'evaluated').map(([label]) => label);
	if (slow.length === 0) return undefined;
	return {
		type: 'info',
		location: 'outputPane',
		message: `n8n had to work out ${slow.join(', ')} row by row, which is slow with ${inFigures(rows)} rows. It is fast as a plain column, such as {{ $json.phone }}: calculate the value in an Edit Fields or Code node before, or in the sheet.`,
	};
}
