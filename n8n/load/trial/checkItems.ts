import type { IExecuteFunctions } from 'n8n-workflow';
import type { BatchService } from '../../../bulk/batchService';
import { dryRun } from '../../../bulk/dryRun';
import { reportOf } from '../../../bulk/loadReport';
import { RowFindings } from '../../../bulk/rowFindings';
import type { ReadRow, RowResult } from '../../../bulk/rows';
import type { StatusLabel } from '../../form/outputField';
import type { ColumnUse } from '../columnUse';
import type { LoadMessages } from '../failure';
import { refuseUnreadableForm } from '../loadItems';
import { resultsOfAllItems } from '../lostRows';
import { Tally } from '../tally';
import { sumUpCheck } from './checkSum';
import type { TrialTraits } from './trialTraits';

/** A load that is looked at before it begins. */
export interface ItemCheck<Payload> {
	/** The rows that are made of the input items, in their order. */
	rows: AsyncIterable<ReadRow<Payload>>;
	/** Rows per request. */
	batchSize: number;
	service: BatchService<Payload>;
	messages: LoadMessages;
	/** In the order in which they are counted. */
	statuses: readonly StatusLabel[];
	columnUse?: ColumnUse;
	trial: TrialTraits<Payload>;
}

/**
 * Goes through all input items as a load does, and sends nothing.
 *
 * @returns one result per item, in the order of the items, and the sum for the person, as HTML
 * @throws NodeOperationError for an expression that n8n could work out for no row at all, unless On Error is Continue
 */
export async function checkItems<Payload>(
	context: IExecuteFunctions,
	{ rows, batchSize, service, messages, statuses, columnUse, trial }: ItemCheck<Payload>,
): Promise<{ results: RowResult[]; sum: string }> {
	const findings = new RowFindings();
	const toRun = {
		rows,
		batchSize,
		service,
		signal: context.getExecutionCancelSignal(),
		note: (row: Parameters<typeof trial.identify>[0]) => findings.note(trial.identify(row)),
	};
	const report = await reportOf(async (tell) => await dryRun(toRun, tell));
	const results = resultsOfAllItems(report, messages, context.getInputData().length);
	refuseUnreadableForm(context, results);
	const sum = sumUpCheck({
		...trial,
		statuses,
		tally: Tally.of(results),
		requests: report.requests,
		findings,
		ofColumns: columnUse?.say(),
	});
	return { results, sum };
}
