import type { IExecuteFunctions } from 'n8n-workflow';
import { binaryFile, type BinaryFile } from '../file/binaryFile';
import { listTitles } from '../form/columns/titleList';
import { InputProblem } from '../inputProblem';
import { readable } from '../load/readable';

/**
 * The file in a binary field of an input item.
 *
 * @param label of the form's field that names the binary field
 * @param withoutFiles what to do when the item has no file at all, a sentence
 * @throws InputProblem when the item has no such file; it names those that the item has
 */
export function fileOfItem(
	context: IExecuteFunctions,
	itemIndex: number,
	field: string,
	{ label, withoutFiles }: { label: string; withoutFiles: string },
): BinaryFile {
	const file = readable(() => binaryFile(context, itemIndex, field));
	if (file) return file;
	const fields = Object.keys(context.getInputData()[itemIndex]?.binary ?? {});
	throw new InputProblem(
		'NO_FILE',
		`The item has no file in the binary field "${field}" [item ${itemIndex}].`,
		fields.length > 0
			? `Its files are in: ${listTitles(fields)}. Enter one of these under ${label}.`
			: withoutFiles,
	);
}
