import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Client } from '../../bulk/request/send';
import type { BinaryFile } from '../file/binaryFile';
import type { StatusLabel } from '../form/outputField';
import { problemOf, toFormError } from '../formError';
import { InputProblem } from '../inputProblem';
import type { LoadAccount } from '../load/account';
import { nameRows, toLoadError } from '../load/failure';
import { tooManyFailed } from '../load/lostRows';
import { countOf } from '../load/words';
import { fileItem } from './fileItem';
import { whereFilesAre } from './fileLinks';
import type { LoadedFile } from './loadFile';
import type { RowFiles } from './rowFiles';

/** From so many rows on, files in memory are worth a word. */
const manyRows = 50_000;

interface Finish {
	itemIndex: number;
	source: BinaryFile;
	statuses: readonly StatusLabel[];
	client: Client;
	loaded: LoadedFile;
	files: RowFiles;
	account: LoadAccount;
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
	{ itemIndex, source, statuses, client, loaded, files, account }: Finish,
): Promise<INodeExecutionData | undefined> {
	const { tally, answered, failure, brokenBy, hadTooManyFailed } = loaded;
	if (client.signal?.aborted) {
		await files.abandon();
		account.close('stopped', tally, client);
		return undefined;
	}
	const binary = await files.close();
	if (hadTooManyFailed && tally.unsent > 0) account.endsEarly(`The load was ended early. ${tooManyFailed}`);
	const broken = brokenBy === undefined ? undefined : readToABreak(brokenBy, source, loaded);
	const isThrown = (failure !== undefined || broken !== undefined) && !context.continueOnFail();
	const summary = account.close(isThrown ? 'failed' : 'finished', tally, client);
	if (isThrown) {
		const also = whereFilesAre(context, binary);
		if (failure) {
			const where =
				failure.rows.length === 0 ? '' : `${nameRows('row', failure.rows)} of ${source.shownName}`;
			throw toLoadError(context, failure.batch, failure.messages, { answered, where, itemIndex, also });
		}
		const error = toFormError(context, broken);
		error.description = `${error.description ?? ''} ${also}`.trim();
		throw error;
	}
	const isEmpty = tally.rows === 0 && broken === undefined;
	context.addExecutionHints({
		type: isEmpty ? 'warning' : 'info',
		location: 'outputPane',
		message: isEmpty
			? `${source.shownName} has a row of titles and nothing below it, so nothing was sent.`
			: `${source.shownName}: ${summary}`,
	});
	if (source.storedIn === 'memory' && tally.rows > manyRows) context.addExecutionHints(memoryHint);
	const problem = failure ? asProblem(failure.messages.explain(failure.batch)) : broken;
	const elapsedMs = account.elapsedMs;
	const { requests } = client.counts;
	const file = source.name;
	return fileItem(context, { itemIndex, file, statuses, tally, requests, elapsedMs, problem, binary });
}

const memoryHint = {
	type: 'warning',
	location: 'outputPane',
	message:
		'This n8n keeps files in its memory and saves them with each execution, so large ones make it slow. Set N8N_DEFAULT_BINARY_DATA_MODE to filesystem, and they are read and written piece by piece.',
} as const;

/** What was read before stays loaded. */
function readToABreak(thrown: unknown, { shownName }: BinaryFile, { tally }: LoadedFile): InputProblem {
	const { code, message, advice } = problemOf(thrown);
	const read =
		tally.rows === 1 ? 'The row before it was' : `The ${countOf(tally.rows, 'row')} before it were`;
	return new InputProblem(code, `${shownName}: ${message}`, `${advice} ${read} loaded.`);
}

function asProblem({
	code,
	message,
	advice,
}: {
	code: string;
	message: string;
	advice: string;
}): InputProblem {
	return new InputProblem(code, message, advice);
}
