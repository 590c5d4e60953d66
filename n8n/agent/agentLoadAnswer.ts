import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { RowResult } from '../../bulk/rows';
import type { StatusLabel } from '../form/outputField';
import { Tally } from '../load/tally';
import { mostOfSeveral } from './agentAnswer';
import { bytesOf, shortened } from './shortened';

/** A row that failed, in bytes as JSON. */
const mostOfRow = 400;

/** Of the whole answer, what is left for counts and words. */
const bytesOfCounts = 600;

/** A result, and how it would leave the node. */
interface LoadedRow {
	result: RowResult;
	json: () => IDataObject;
}

/**
 * What an agent's model is to read of a load of several rows: how many came to which status, and the first of those that
 * failed, with their reasons.
 *
 * @param statuses in the order in which they are counted
 */
export function agentLoadAnswer(
	rows: readonly LoadedRow[],
	statuses: readonly StatusLabel[],
): INodeExecutionData {
	const tally = Tally.of(rows.map(({ result }) => result));
	const counts = statuses
		.map(({ status }): [string, number] => [status, tally.withStatus(status)])
		.filter(([, count]) => count > 0);
	const failed = rows.filter(({ result }) => result.status === 'failed');
	const shown: IDataObject[] = [];
	let bytes = bytesOfCounts;
	for (const { json } of failed) {
		const row = shortened(json(), mostOfRow);
		bytes += bytesOf(row) + 1;
		if (bytes > mostOfSeveral) break;
		shown.push(row);
	}
	const more = failed.length - shown.length;
	return {
		json: {
			rows: tally.rows,
			...Object.fromEntries(counts),
			...(shown.length > 0 && { failed_rows: shown }),
			...(more > 0 && {
				note: `${more} more rows failed. Run this node in a workflow, not as a tool, to get every row with its reason.`,
			}),
		},
		pairedItem: { item: 0 },
	};
}
