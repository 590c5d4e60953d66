import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';
import type { BinaryFile } from '../file/binaryFile';
import { notesHint } from '../load/notesHint';
import type { LoadedFile } from './loadFile';

/** From so many rows on, files in memory are worth a word. */
const manyRows = 50_000;

/** Tells the sum of a file above the output, and a word about files in memory where there are many rows. */
export function tellSum(
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

/** Tells what else is worth a word about a file, each a line of HTML. */
export function tellNotes(
	context: IExecuteFunctions,
	{ shownName }: BinaryFile,
	notes: ReadonlyArray<string | undefined>,
): void {
	const hint = notesHint(notes, shownName);
	if (hint) context.addExecutionHints(hint);
}

const memoryHint: NodeExecutionHint = {
	type: 'warning',
	location: 'outputPane',
	message:
		'This n8n keeps files in its memory and saves them with each execution, so large ones make it slow. Set N8N_DEFAULT_BINARY_DATA_MODE to filesystem, and they are read and written piece by piece.',
};
