import type { IBinaryKeyData, IExecuteFunctions } from 'n8n-workflow';
import type { BinaryFile } from '../file/binaryFile';
import { sentence } from '../formError';
import { InputProblem } from '../inputProblem';
import { whereFilesAre } from './fileLinks';
import type { RowFiles } from './rowFiles';

/** The files of a load, as far as n8n could store them. */
export interface StoredFiles {
	binary?: IBinaryKeyData;
	/** Why it could not, a sentence. */
	failure?: string;
	/** Where they are, or why they are not, for the description of an error. */
	where: string;
}

/**
 * Ends the files. What n8n's storage throws, such as a full disk, is no end of the load: that is over, and the rows are
 * with the service, so it is told of all the same.
 *
 * @param whatTheyTell the beginning of a sentence, such as "What became of each row"
 */
export async function storeFiles(
	context: IExecuteFunctions,
	files: RowFiles,
	whatTheyTell: string,
): Promise<StoredFiles> {
	try {
		const binary = await files.close();
		return { binary, where: whereFilesAre(context, Object.values(binary), whatTheyTell) };
	} catch (error) {
		const failure = sentence(error instanceof Error ? error.message : String(error));
		return { failure, where: `n8n could not store the results of the rows: ${failure}` };
	}
}

/**
 * @param sum of the load, a sentence
 * @returns undefined when they are stored
 */
export function unstoredResults(
	{ failure }: StoredFiles,
	{ shownName }: BinaryFile,
	sum: string,
): InputProblem | undefined {
	if (failure === undefined) return undefined;
	return new InputProblem(
		'RESULTS_NOT_STORED',
		`${shownName}: n8n could not store the results of the rows: ${failure}`,
		`All the same the file was read to its end: ${sum} Check whether the disk of n8n is full.`,
	);
}
