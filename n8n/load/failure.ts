import type { IExecuteFunctions, NodeApiError } from 'n8n-workflow';
import type { FailedBatch } from '../../bulk/batchService';
import type { LoadReport } from '../../bulk/loadReport';
import type { RowResult } from '../../bulk/rows';
import type { Explanation } from '../messages';
import { problemOf } from '../formError';
import { toServiceError } from '../serviceError';

/** The code of a row that was not sent, because the run had ended before. */
export const notSent = 'NOT_SENT';

/** Why a load ended before all was sent. */
export const tooManyFailed = 'More rows had failed than Options > Stop When Failed allows.';

/** What the sentences about a failed load have to know. */
export interface LoadMessages {
	/** The service's name, as people write it. */
	service: string;
	/** What a row is, in the singular: 'contact'. */
	noun: string;
	/** What becomes of it: 'added', 'removed'. */
	participle: string;
	/** What comes of running the node again, as a sentence. */
	onRetry: string;
	explain(batch: FailedBatch): Explanation;
	/** More of a refusal for the details of n8n's error. */
	details?(batch: FailedBatch): Record<string, string | undefined>;
}

/**
 * The results of rows without one, for On Error: Continue. A request that finally failed makes its rows `failed`;
 * what was not sent because of it says so.
 *
 * @param itemCount input items
 */
export function resultsOfAllItems(
	report: LoadReport,
	messages: LoadMessages,
	itemCount: number,
): RowResult[] {
	const results = new Map(report.results);
	for (const batch of report.failed) {
		const { code, message, advice } = messages.explain(batch);
		const doubt = batch.failure.mayHaveBeenApplied
			? ` ${messages.service} may have ${messages.participle} the row all the same.`
			: '';
		const problem = { code, message: `${message} ${advice}${doubt}` };
		for (const itemIndex of batch.itemIndexes) results.set(itemIndex, { status: 'failed', problem });
	}
	for (const { group, itemIndexes } of report.unsent) {
		const unsent = toUnsent(
			report.failed.find((batch) => batch.group === group) ?? report.failed[0],
			messages,
			report.hadTooManyFailed,
		);
		for (const itemIndex of itemIndexes) results.set(itemIndex, unsent);
	}
	const unread = report.readingEnded
		? unreadable(report.readingEnded.error)
		: toUnsent(report.failed[0], messages, report.hadTooManyFailed);
	return Array.from({ length: itemCount }, (_, itemIndex) => results.get(itemIndex) ?? unread);
}

/** Rows are read one by one, and one that cannot be read is refused: what ends the reading is a fault of ours. */
function unreadable(error: unknown): RowResult {
	const { code, message, advice } = problemOf(error);
	return { status: 'failed', problem: { code, message: `${message} ${advice}` } };
}

function toUnsent(
	cause: FailedBatch | undefined,
	messages: LoadMessages,
	hadTooManyFailed = false,
): RowResult {
	const isStopped = cause === undefined || cause.failure.kind === 'cancelled';
	const reason = hadTooManyFailed
		? `${tooManyFailed} Correct the earlier rows, and run this again.`
		: isStopped
			? 'The run was stopped.'
			: `An earlier request failed: ${messages.explain(cause).message}`;
	return { status: 'failed', problem: { code: notSent, message: `The row was not sent. ${reason}` } };
}

/**
 * The one error of a run that ends with a failed request: what happened to which items, what was done before, and
 * what comes of a retry.
 *
 * @param itemCount input items
 */
export function toLoadError(
	context: IExecuteFunctions,
	batch: FailedBatch,
	report: LoadReport,
	messages: LoadMessages,
	itemCount: number,
): NodeApiError {
	const { failure, itemIndexes } = batch;
	const { service, noun, participle, onRetry } = messages;
	const { code, message, advice } = messages.explain(batch);
	const progress = tellProgress(report, messages, itemCount);
	const doubt = failure.mayHaveBeenApplied
		? ` ${service} may have ${participle} ${noun}s of the failed request too.`
		: '';
	return toServiceError(
		context,
		failure,
		{
			code,
			message: `${message.replace(/\.$/, '')} ${nameItems(itemIndexes)}`,
			description: `${advice} ${progress}${doubt}${advice.includes(onRetry) ? '' : ` ${onRetry}`}`,
			details: messages.details?.(batch),
		},
		// With an index, the editor would write "[item 0]" behind the items that the message names.
		itemIndexes.length === 1 ? itemIndexes[0] : undefined,
	);
}

function tellProgress({ results }: LoadReport, messages: LoadMessages, itemCount: number): string {
	const { service, noun, participle } = messages;
	const withStatus = (wanted: string) =>
		[...results.values()].filter(({ status }) => status === wanted).length;
	const refused = withStatus('failed');
	const suppressed = withStatus('suppressed');
	const heldBack = withStatus('not_sent');
	const done = results.size - refused - suppressed - heldBack;
	const refusals = [
		were(refused, 'refused'),
		were(suppressed, 'suppressed'),
		were(heldBack, 'left out by the trial'),
	]
		.flat()
		.join(', ');
	if (done === 0) return `No ${noun} was ${participle} before${refusals && `; ${refusals}`}.`;
	const others = `${refusals && `${refusals}, `}${itemCount - results.size} had not`;
	return `${done} of ${itemCount} ${noun}s had reached ${service} before; ${others}.`;
}

function were(count: number, what: string): string[] {
	return count === 0 ? [] : [`${count} ${count === 1 ? 'was' : 'were'} ${what}`];
}

function nameItems(itemIndexes: readonly number[]): string {
	const [first = 0] = itemIndexes;
	const last = itemIndexes.at(-1) ?? first;
	if (itemIndexes.length === 1) return `[item ${first}]`;
	const isUnbroken = last - first === itemIndexes.length - 1;
	return isUnbroken
		? `[items ${first} to ${last}]`
		: `[${itemIndexes.length} items between ${first} and ${last}]`;
}
