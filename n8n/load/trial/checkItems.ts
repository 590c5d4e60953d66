import type { IExecuteFunctions } from 'n8n-workflow';
import type { BatchService } from '../../../bulk/batchService';
import { dryRun } from '../../../bulk/dryRun';
import { reportOf } from '../../../bulk/loadReport';
import { RowFindings } from '../../../bulk/rowFindings';
import type { ReadRow, RowResult } from '../../../bulk/rows';
import { FilledColumns, showsItsColumns } from '../../form/columns/filledColumns';
import type { FormColumns } from '../../form/columns/formColumns';
import type { StatusLabel } from '../../form/outputField';
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
	formColumns: FormColumns;
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
	{ rows, batchSize, service, messages, statuses, formColumns, trial }: ItemCheck<Payload>,
): Promise<{ results: RowResult[]; sum: string }> {
	const items = context.getInputData();
	const filled = new FilledColumns();
	const findings = new RowFindings();
	const toRun = {
		rows: noting(rows, (itemIndex) => filled.note(items[itemIndex]?.json ?? {})),
		batchSize,
		service,
		signal: context.getExecutionCancelSignal(),
		note: (row: Parameters<typeof trial.identify>[0]) => findings.note(trial.identify(row)),
	};
	const report = await reportOf(async (tell) => await dryRun(toRun, tell));
	const results = resultsOfAllItems(report, messages, items.length);
	refuseUnreadableForm(context, results);
	const isKnown = !trial.takesOtherColumns && formColumns.labelled.every(showsItsColumns);
	const sum = sumUpCheck({
		...trial,
		statuses,
		tally: Tally.of(results),
		requests: report.requests,
		findings,
		unusedColumns: isKnown ? filled.without(trial.fields.usedSoFar) : [],
	});
	return { results, sum };
}

async function* noting<Payload>(
	rows: AsyncIterable<ReadRow<Payload>>,
	note: (itemIndex: number) => void,
): AsyncGenerator<ReadRow<Payload>> {
	for await (const row of rows) {
		note(row.itemIndex);
		yield row;
	}
}
