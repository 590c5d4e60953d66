import type { NodeExecutionHint } from 'n8n-workflow';
import type { SendCounts } from '../../bulk/request/send';
import type { LabelledColumn } from '../form/columns/formColumns';
import type { StatusLabel } from '../form/outputField';
import { notSent } from './failure';
import type { ItemResult } from './outputs';
import { countOf, duration, inFigures } from './words';

/** From so many rows on, a column that n8n must evaluate row by row is worth a word. */
const manyRows = 5000;

/** A run that is over. */
interface EndedRun {
	/** The service's name, as people write it. */
	service: string;
	/** In the order in which they are counted. */
	statuses: readonly StatusLabel[];
	results: readonly ItemResult[];
	counts: SendCounts;
	/** How long it took, in milliseconds. */
	elapsedMs: number;
	/** Whether the rows come out of the node, so that each can say what became of it. */
	isHandedOn: boolean;
}

/**
 * Sums up a run for the person: how many rows came to which status, in how many requests and what time.
 *
 * @returns one line, such as "1,900 created, 80 skipped, 20 failed, in 3 requests and 2 s. Each failed row says why."
 */
export function summarize({ service, statuses, results, counts, elapsedMs, isHandedOn }: EndedRun): string {
	const time = duration(elapsedMs);
	const effort = `${countOf(counts.requests, 'request')}${time === undefined ? '' : ` and ${time}`}`;
	const times = counts.throttled === 1 ? 'once' : `${inFigures(counts.throttled)} times`;
	const waited = counts.throttled === 0 ? '' : ` ${service} asked ${times} to slow down.`;
	const repeated =
		counts.retried === 0
			? ''
			: ` ${inFigures(counts.retried)} sent again after a broken connection or outage.`;
	const hasFailed = results.some(({ result }) => result.status === 'failed');
	const why = hasFailed && isHandedOn ? ' Each failed row says why.' : '';
	return `${countStatuses(statuses, results)}, in ${effort}.${why}${waited}${repeated}`;
}

/** Says how many rows came to which status: "1,900 created, 80 skipped, 20 failed (5 of them not sent)". */
export function countStatuses(statuses: readonly StatusLabel[], results: readonly ItemResult[]): string {
	const parts = statuses.flatMap(({ status, label }) => {
		const ofStatus = results.filter(({ result }) => result.status === status);
		if (ofStatus.length === 0) return [];
		const unsent = ofStatus.filter(({ result }) => result.problem?.code === notSent).length;
		if (unsent === ofStatus.length) return `${inFigures(unsent)} not sent`;
		const noted = unsent === 0 ? '' : ` (${inFigures(unsent)} of them not sent)`;
		return `${inFigures(ofStatus.length)} ${label.toLowerCase()}${noted}`;
	});
	return parts.join(', ');
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
