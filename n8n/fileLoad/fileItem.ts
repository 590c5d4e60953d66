import type { IBinaryKeyData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { StatusLabel } from '../form/outputField';
import type { InputProblem } from '../inputProblem';
import type { Tally } from '../load/tally';

/** A file whose load came to its end, well or not. */
export interface EndedFile {
	/** The input item that it belongs to. */
	itemIndex: number;
	/** Its name; null when there is none. */
	file: string | null;
	statuses: readonly StatusLabel[];
	tally: Tally;
	requests: number;
	milliseconds: number;
	/** Why it ended early, if it did. */
	problem?: InputProblem;
	binary?: IBinaryKeyData;
}

/**
 * The item of a file as it leaves the node, with the same keys each time. With the error output on, one whose load ended
 * early carries `error`: so n8n moves it there.
 */
export function fileItem(context: IExecuteFunctions, ended: EndedFile): INodeExecutionData {
	const { itemIndex, file, statuses, tally, requests, milliseconds, problem, binary } = ended;
	const json = {
		file,
		rows: tally.rows,
		...Object.fromEntries(statuses.map(({ status }) => [status, tally.withStatus(status)])),
		failed: tally.withStatus('failed') - tally.unsent,
		not_sent: tally.unsent + tally.withStatus('not_sent'),
		requests,
		seconds: Math.round(milliseconds / 100) / 10,
		error_message: problem ? `${problem.message} ${problem.advice}`.trim() : null,
		error_code: problem?.code ?? null,
	};
	const item = { ...(binary && { binary }), pairedItem: { item: itemIndex } };
	if (!problem || context.getNode().onError !== 'continueErrorOutput') return { json, ...item };
	const { error_message: error, ...details } = json;
	return { json: { error, details }, ...item };
}
