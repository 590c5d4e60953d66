import type { IExecuteFunctions, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import type { Client } from '../../bulk/request/send';
import type { BinaryFile } from '../file/binaryFile';
import type { StatusLabel } from '../form/outputField';
import { problemOf, toFormError } from '../formError';
import { InputProblem } from '../inputProblem';
import type { LoadAccount } from '../load/account';
import { nameRows, toLoadError } from '../load/failure';
import { tooManyFailed } from '../load/lostRows';
import { countOf } from '../load/words';
import type { CheckedFile } from './checkFile';
import { fileItem } from './fileItem';
import { whereFilesAre } from './fileLinks';
import type { LoadedFile } from './loadFile';
import type { RowFiles } from './rowFiles';

/** From so many rows on, files in memory are worth a word. */
const manyRows = 50_000;

/** What is known of a file in the end. */
interface EndedLoad {
	/** The input item that it belongs to. */
	itemIndex: number;
	source: BinaryFile;
	/** In the order in which they are counted. */
	statuses: readonly StatusLabel[];
	files: RowFiles;
	account: LoadAccount;
}

interface Finish extends EndedLoad {
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
 * could not be read to its end; both say where the files are
 */
export async function finishFile(
	context: IExecuteFunctions,
	{ itemIndex, source, statuses, files, account, client, loaded, trial }: Finish,
): Promise<INodeExecutionData | undefined> {
	const { tally, answered, failure, hadTooManyFailed } = loaded;
	if (client.signal?.aborted) {
		account.close('stopped', tally, client);
		return undefined;
	}
	const binary = await files.close();
	const broken = breakOf(loaded, source);
	if (hadTooManyFailed && tally.unsent > 0) account.endsEarly(`The load was ended early. ${tooManyFailed}`);
	const isThrown = (failure !== undefined || broken !== undefined) && !context.continueOnFail();
	const sum = account.close(isThrown ? 'failed' : 'finished', tally, client);
	if (failure && isThrown) {
		const where = nameRows('row', failure.rows, source.shownName);
		const also = whereFilesAre(context, binary);
		throw toLoadError(context, failure.batch, failure.messages, { answered, where, itemIndex, also });
	}
	if (broken && isThrown) {
		const error = toFormError(context, broken);
		error.description = `${error.description ?? ''} ${whereFilesAre(context, binary)}`.trim();
		throw error;
	}
	const said = trial ? `${trial.before} ${sum} ${trial.behind}` : sum;
	tellSum(context, source, loaded, { type: trial ? 'warning' : 'info', message: said });
	const explained = failure?.messages.explain(failure.batch);
	const problem = explained ? new InputProblem(explained.code, explained.message, explained.advice) : broken;
	return fileItem(context, {
		itemIndex,
		file: source.name,
		statuses,
		tally,
		requests: client.counts.requests,
		milliseconds: account.elapsedMs,
		problem,
		binary,
	});
}

interface CheckFinish extends EndedLoad {
	check: CheckedFile;
}

/**
 * Ends the check of a file, as `finishFile` does; requests and seconds of its item are those that the load would take.
 *
 * @returns the item of the file; undefined when Stop was pressed
 * @throws NodeOperationError for a file that could not be read to its end, unless On Error is Continue
 */
export async function finishFileCheck(
	context: IExecuteFunctions,
	{ itemIndex, source, statuses, files, account, check }: CheckFinish,
): Promise<INodeExecutionData | undefined> {
	if (context.getExecutionCancelSignal()?.aborted) return undefined;
	const { tally, requests, leastMs: milliseconds, sum } = check;
	const binary = await files.close();
	const problem = breakOf(check, source);
	if (problem && !context.continueOnFail()) throw toFormError(context, problem);
	account.tell(sum);
	tellSum(context, source, check, { type: 'warning', message: sum });
	const file = source.name;
	return fileItem(context, { itemIndex, file, statuses, tally, requests, milliseconds, problem, binary });
}

function tellSum(
	context: IExecuteFunctions,
	{ shownName, storedIn }: BinaryFile,
	{ tally, brokenBy }: LoadedFile,
	{ type, message }: Pick<NodeExecutionHint, 'type' | 'message'>,
): void {
	const isEmpty = tally.rows === 0 && brokenBy === undefined;
	context.addExecutionHints({
		type: isEmpty ? 'warning' : type,
		location: 'outputPane',
		message: isEmpty
			? `${shownName} has a row of titles and nothing below it, so nothing was sent.`
			: `${shownName}: ${message}`,
	});
	if (storedIn === 'memory' && tally.rows > manyRows) context.addExecutionHints(memoryHint);
}

const memoryHint: NodeExecutionHint = {
	type: 'warning',
	location: 'outputPane',
	message:
		'This n8n keeps files in its memory and saves them with each execution, so large ones make it slow. Set N8N_DEFAULT_BINARY_DATA_MODE to filesystem, and they are read and written piece by piece.',
};

/** What is wrong with a file that could not be read to its end. What was read before stays loaded. */
function breakOf({ brokenBy, tally }: LoadedFile, { shownName }: BinaryFile): InputProblem | undefined {
	if (brokenBy === undefined) return undefined;
	const { code, message, advice } = problemOf(brokenBy);
	const read =
		tally.rows === 1 ? 'The row before it was' : `The ${countOf(tally.rows, 'row')} before it were`;
	return new InputProblem(code, `${shownName}: ${message}`, `${advice} ${read} loaded.`);
}
