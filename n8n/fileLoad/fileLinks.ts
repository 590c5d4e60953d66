import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { shownName } from '../file/binaryFile';

/**
 * Says where the files of a run are that ends with an error, whose output n8n drops: n8n keeps files that are not in its
 * memory with the execution, and gives them to whoever may see the workflow (`GET /rest/binary-data` of n8n's server).
 *
 * @param whatTheyTell the beginning of a sentence, such as "What became of each row"
 * @returns sentences, with links in HTML, which n8n shows in the description of an error
 */
export function whereFilesAre(
	context: IExecuteFunctions,
	files: readonly IBinaryData[],
	whatTheyTell: string,
): string {
	const links = files.flatMap(({ id, fileName = 'file', mimeType }) => {
		if (id === undefined) return [];
		const query = new URLSearchParams({ id, action: 'download', fileName, mimeType });
		return [
			`<a href="${context.getRestApiUrl()}/binary-data?${query.toString()}" target="_blank">${shownName(fileName)}</a>`,
		];
	});
	if (links.length === 0) {
		return 'n8n keeps files in memory here, so the results of the rows end with this run. To get them, set On Error to Continue.';
	}
	return `${whatTheyTell}, for as long as n8n keeps this execution: ${links.join(', ')}.`;
}
