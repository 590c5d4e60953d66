import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { binaryFile, type BinaryFile } from '../file/binaryFile';
import { readFileForm } from '../form/fileFields';
import { sentence, toFormError } from '../formError';
import { readTrial } from '../form/trial';
import { readable } from '../load/readable';
import { whereFilesAre } from './fileLinks';

/**
 * An error with the file that it is about, if there are several.
 *
 * @param before the items of the files before it, which are loaded already, and which n8n drops now
 */
export function toFileError(
	context: IExecuteFunctions,
	thrown: unknown,
	itemIndex: number,
	before: readonly INodeExecutionData[],
) {
	const error = toFormError(context, thrown);
	error.context.itemIndex = itemIndex;
	if (context.getInputData().length === 1) return error;
	const { shownName } = fileOf(context, itemIndex) ?? {};
	if (shownName !== undefined && !error.message.includes(shownName)) {
		error.message = `${shownName}: ${error.message}`;
	}
	if (itemIndex === 0) return error;
	const files = itemIndex === 1 ? 'The file before it is' : `The ${itemIndex} files before it are`;
	const isChecked = readable(() => readTrial(context, itemIndex))?.mode === 'check';
	const failed = before.flatMap(({ binary }) => binary?.['failed'] ?? []);
	error.description = [
		...(error.description ? [sentence(error.description)] : []),
		`${files} ${isChecked ? 'checked' : 'loaded'}.`,
		...(failed.length > 0 ? [whereFilesAre(context, failed, 'Their rows that failed')] : []),
	].join(' ');
	return error;
}

/** The file of an item, as far as there is one. */
export function fileOf(context: IExecuteFunctions, itemIndex: number): BinaryFile | undefined {
	return readable(() => binaryFile(context, itemIndex, readFileForm(context, itemIndex).field));
}
