import type { IExecuteFunctions, NodeApiError } from 'n8n-workflow';
import type { FailedBatch } from '../../bulk/batchService';
import type { Explanation } from '../messages';
import { toServiceError } from '../serviceError';
import type { Tally } from './tally';

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

/** How far a load was when a request of it failed. */
export interface FailedLoad {
	/** The rows that were answered before. */
	answered: Tally;
	/** All rows of the load, if it is known how many there are. */
	rowCount?: number;
	/** Which rows were in the failed request: `[items 1000 to 1999]`. */
	where: string;
	/** The item that the error is about, if it is about one. */
	itemIndex?: number;
	/** What else is to be said, a sentence. */
	also?: string;
}

/**
 * The one error of a run that ends with a failed request: what happened to which rows, what was done before, and
 * what comes of a retry.
 */
export function toLoadError(
	context: IExecuteFunctions,
	batch: FailedBatch,
	messages: LoadMessages,
	{ answered, rowCount, where, itemIndex, also = '' }: FailedLoad,
): NodeApiError {
	const { failure } = batch;
	const { service, noun, participle, onRetry } = messages;
	const { code, message, advice } = messages.explain(batch);
	const progress = tellProgress(answered, messages, rowCount);
	const doubt = failure.mayHaveBeenApplied
		? ` ${service} may have ${participle} ${noun}s of the failed request too.`
		: '';
	const retry = advice.includes(onRetry) ? '' : ` ${onRetry}`;
	return toServiceError(
		context,
		failure,
		{
			code,
			message: `${message.replace(/\.$/, '')} ${where}`,
			description: `${advice} ${progress}${doubt}${retry}${also && ` ${also}`}`,
			details: messages.details?.(batch),
		},
		itemIndex,
	);
}

function tellProgress(answered: Tally, messages: LoadMessages, rowCount: number | undefined): string {
	const { service, noun, participle } = messages;
	const refused = answered.withStatus('failed');
	const suppressed = answered.withStatus('suppressed');
	const heldBack = answered.withStatus('not_sent');
	const done = answered.rows - refused - suppressed - heldBack;
	const refusals = [
		were(refused, 'refused'),
		were(suppressed, 'suppressed'),
		were(heldBack, 'left out by the trial'),
	].flat();
	const also = refusals.length === 0 ? '' : `; ${refusals.join(', ')}`;
	if (done === 0) return `No ${noun} was ${participle} before${also}.`;
	if (rowCount === undefined) return `${done} ${noun}s had reached ${service} before${also}.`;
	const others = [...refusals, `${rowCount - answered.rows} had not`].join(', ');
	return `${done} of ${rowCount} ${noun}s had reached ${service} before; ${others}.`;
}

function were(count: number, what: string): string[] {
	return count === 0 ? [] : [`${count} ${count === 1 ? 'was' : 'were'} ${what}`];
}

/**
 * Names rows for a sentence: `[item 4]`, `[items 1000 to 1999]`, `[rows 2 to 5 of leads.csv]`.
 *
 * @param noun of a row: 'item'
 * @param numbers in ascending order
 * @param whole what they are rows of, if that is to be said
 */
export function nameRows(noun: string, numbers: readonly number[], whole?: string): string {
	return `[${namesOf(noun, numbers)}${whole === undefined ? '' : ` of ${whole}`}]`;
}

function namesOf(noun: string, numbers: readonly number[]): string {
	const [first = 0] = numbers;
	const last = numbers.at(-1) ?? first;
	if (numbers.length === 1) return `${noun} ${first}`;
	const isUnbroken = last - first === numbers.length - 1;
	return isUnbroken
		? `${noun}s ${first} to ${last}`
		: `${numbers.length} ${noun}s between ${first} and ${last}`;
}
