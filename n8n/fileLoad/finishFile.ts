import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Client } from '../../bulk/request/send';
import type { BinaryFile } from '../file/binaryFile';
import { readFailWhenAllFail } from '../form/bulkOptions';
import type { CountryCodes } from '../form/countryCodes';
import type { StatusLabel } from '../form/outputField';
import { problemOf, toFormError } from '../formError';
import { InputProblem } from '../inputProblem';
import type { LoadAccount } from '../load/account';
import type { ColumnUse } from '../load/columnUse';
import { sayWhatWasCompleted } from '../load/completedNumbers';
import { nameRows, toLoadError } from '../load/failure';
import { tooManyFailed } from '../load/lostRows';
import { failWhenAllFailed, sayMostFailed } from '../load/mostFailed';
import { linkReasons } from '../load/reasonLinks';
import { countOf } from '../load/words';
import type { CheckedFile } from './checkFile';
import { tellNotes, tellSum } from './fileHints';
import { fileItem } from './fileItem';
import type { LoadedFile } from './loadFile';
import type { RowFiles } from './rowFiles';
import { storeFiles, unstoredResults, type StoredFiles } from './storedFiles';

/** What is known of a file in the end. */
interface EndedLoad {
	/** The input item that it belongs to. */
	itemIndex: number;
	source: BinaryFile;
	/** In the order in which they are counted. */
	statuses: readonly StatusLabel[];
	files: RowFiles;
	account: LoadAccount;
	/** What the Default Country made of the rows. */
	countryCodes: CountryCodes;
}

interface Finish extends EndedLoad {
	columnUse: ColumnUse;
	client: Client;
	loaded: LoadedFile;
	/** What is said of a trial of the first rows, before and behind the sum. */
	trial?: { before: string; behind: string };
}

/**
 * Ends the load of a file: closes its account and its files, and tells of them.
 *
 * @returns the item of the file; undefined when Stop was pressed
 * @throws unless On Error is Continue: NodeApiError for a request that finally failed, NodeOperationError for a file that
 * could not be read to its end, for results that n8n could not store, or for rows that all failed where the form says so
 */
export async function finishFile(
	context: IExecuteFunctions,
	{ itemIndex, source, statuses, files, account, countryCodes, columnUse, client, loaded, trial }: Finish,
): Promise<INodeExecutionData | undefined> {
	const { tally, answered, failure, hadTooManyFailed } = loaded;
	if (client.signal?.aborted) {
		account.close('stopped', tally, client);
		return undefined;
	}
	const stored = await storeFiles(context, files, 'What became of each row');
	const broken = breakOf(loaded, source, 'loaded');
	if (hadTooManyFailed && tally.unsent > 0) account.endsEarly(`The load was ended early. ${tooManyFailed}`);
	else if (broken) account.endsEarly('The file could not be read to its end.');
	const isThrown = !context.continueOnFail();
	const sum = account.close(failure && isThrown ? 'failed' : 'finished', tally, client);
	if (failure && isThrown) {
		const where = nameRows('row', failure.rows, source.shownName);
		const also = stored.where;
		throw toLoadError(context, failure.batch, failure.messages, { answered, where, itemIndex, also });
	}
	if (broken && isThrown) throw toBreakError(context, broken, stored);
	const unstored = unstoredResults(stored, source, sum);
	if (unstored && isThrown) throw toFormError(context, unstored);
	if (readFailWhenAllFail(context, itemIndex)) {
		failWhenAllFailed(context, tally, `${sum} ${stored.where}`);
	}
	const mostFailed = sayMostFailed(tally);
	const said = mostFailed ? `${mostFailed} ${sum}` : sum;
	tellSum(context, source, loaded, {
		type: trial || mostFailed ? 'warning' : 'info',
		message: trial ? `${trial.before} ${said} ${trial.behind}` : said,
	});
	tellNotes(context, source, [linkReasons(tally), columnUse.say(), sayWhatWasCompleted(countryCodes)]);
	const explained = failure?.messages.explain(failure.batch);
	const problem = explained
		? new InputProblem(explained.code, explained.message, explained.advice)
		: (broken ?? unstored);
	return fileItem(context, {
		itemIndex,
		file: source.name,
		statuses,
		tally,
		requests: client.counts.requests,
		milliseconds: account.elapsedMs,
		problem,
		binary: stored.binary,
	});
}

interface CheckFinish extends EndedLoad {
	check: CheckedFile;
}

/**
 * Ends the check of a file, as `finishFile` does; requests and seconds of its item are those that the load would take.
 *
 * @returns the item of the file; undefined when Stop was pressed
 * @throws NodeOperationError for a file that could not be read to its end, or results that n8n could not store, unless
 * On Error is Continue
 */
export async function finishFileCheck(
	context: IExecuteFunctions,
	{ itemIndex, source, statuses, files, account, countryCodes, check }: CheckFinish,
): Promise<INodeExecutionData | undefined> {
	if (context.getExecutionCancelSignal()?.aborted) return undefined;
	const { tally, requests, leastMs: milliseconds, sum } = check;
	const stored = await storeFiles(context, files, 'What would become of each row');
	account.tell(sum);
	const broken = breakOf(check, source, 'checked');
	const unstored = unstoredResults(stored, source, sum);
	const isThrown = !context.continueOnFail();
	if (broken && isThrown) throw toBreakError(context, broken, stored);
	if (unstored && isThrown) throw toFormError(context, unstored);
	tellSum(context, source, check, { type: 'warning', message: sum });
	tellNotes(context, source, [linkReasons(tally), sayWhatWasCompleted(countryCodes)]);
	return fileItem(context, {
		itemIndex,
		file: source.name,
		statuses,
		tally,
		requests,
		milliseconds,
		problem: broken ?? unstored,
		binary: stored.binary,
	});
}

function toBreakError(context: IExecuteFunctions, broken: InputProblem, { where }: StoredFiles) {
	const error = toFormError(context, broken);
	error.description = `${error.description ?? ''} ${where}`.trim();
	return error;
}

/** @param done what has been done with the rows before the place where the file is broken */
function breakOf(
	{ brokenBy, tally }: LoadedFile,
	{ shownName }: BinaryFile,
	done: 'loaded' | 'checked',
): InputProblem | undefined {
	if (brokenBy === undefined) return undefined;
	const { code, message, advice } = problemOf(brokenBy);
	const read =
		tally.rows === 1 ? 'The row before it was' : `The ${countOf(tally.rows, 'row')} before it were`;
	return new InputProblem(code, `${shownName}: ${message}`, `${advice} ${read} ${done}.`);
}
