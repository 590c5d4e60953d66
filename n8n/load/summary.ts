import type { NodeExecutionHint } from 'n8n-workflow';
import type { SendCounts } from '../../bulk/request/send';
import type { LabelledColumn } from '../form/columns/formColumns';
import type { StatusLabel } from '../form/outputField';
import type { ItemResult } from './outputs';

/** From so many rows on, a column that n8n must evaluate row by row is worth a word. */
const manyRows = 5000;

/**
 * Sums up a run for the person: how many rows came to which status, in how many requests.
 *
 * @returns one line, such as "1,900 created, 80 skipped, 20 failed, in 3 requests. Each failed row says why."
 */
export function summarize(
	service: string,
	statuses: readonly StatusLabel[],
	results: readonly ItemResult[],
	counts: SendCounts,
): string {
	const number = new Intl.NumberFormat('en');
	const parts = statuses.flatMap(({ status, label }) => {
		const count = results.filter(({ result }) => result.status === status).length;
		return count === 0 ? [] : `${number.format(count)} ${label.toLowerCase()}`;
	});
	const requests = `${number.format(counts.requests)} ${counts.requests === 1 ? 'request' : 'requests'}`;
	const times = counts.throttled === 1 ? 'once' : `${counts.throttled} times`;
	const waited = counts.throttled === 0 ? '' : ` ${service} asked ${times} to slow down.`;
	const repeated =
		counts.retried === 0 ? '' : ` ${counts.retried} sent again after a broken connection or outage.`;
	const hasFailed = results.some(({ result }) => result.status === 'failed');
	const why = hasFailed ? ' Each failed row says why.' : '';
	return `${parts.join(', ')}, in ${requests}.${why}${waited}${repeated}`;
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
		message: `n8n had to work out ${slow.join(', ')} row by row, which is slow with ${new Intl.NumberFormat('en').format(rows)} rows. It is fast as a plain column, such as {{ $json.phone }}: calculate the value in an Edit Fields or Code node before, or in the sheet.`,
	};
}
