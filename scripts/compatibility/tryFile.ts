import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { fileExamples, mainExample } from '../examples';
import type { N8nClient } from '../n8n/client';
import { csvRows, downloadedRows } from '../n8n/downloadedRows';
import { outputItems } from '../n8n/runData';
import { compareCounts, expectedCounts } from '../statusCounts';

type Row = Record<string, string>;

/**
 * Loads the sample sheet as a file, by the example for that, and downloads the two files that it leaves. Each row of the
 * sheet must be in its place among the results, and each that failed in the other file, as it stood, with its reason.
 *
 * @returns what is not as expected; empty when all is
 */
export async function tryFile(client: N8nClient): Promise<string> {
	const { id, load } = fileExamples.file;
	const { data } = await client.runWorkflow(id, fileExamples.trigger);
	const [item = {}] = outputItems(data, load);
	const sheet = csvRows(readFileSync(mainExample.sheet, 'utf8'));
	const results = await downloadedRows(client, data, load, 'results');
	const failed = await downloadedRows(client, data, load, 'failed');
	return [...countsUnlike(item, results), ...rowsUnlike(sheet, results, failed)].join(' ');
}

/** Counts in the item, or in its file of results, that are not the expected ones. */
function countsUnlike(item: Record<string, unknown>, results: readonly Row[]): string[] {
	const expected = expectedCounts();
	const statuses = Object.keys(expected).filter((name) => name !== 'rows');
	const ofItem = Object.keys(expected).map((name) => [name, Number(item[name] ?? 0)]);
	const ofResults = statuses.map((name) => [name, results.filter(({ status }) => status === name).length]);
	return [
		...compareCounts(Object.fromEntries(ofItem), expected).differences,
		...compareCounts({ rows: results.length, ...Object.fromEntries(ofResults) }, expected).differences.map(
			(difference) => `File of results, ${difference}`,
		),
	];
}

/** Rows of either file that are not those of the sheet. */
function rowsUnlike(sheet: readonly Row[], results: readonly Row[], failed: readonly Row[]): string[] {
	// The titles are row 1.
	const misplaced = sheet.filter((row, index) => {
		const result = results[index];
		return result?.row !== String(index + 2) || result.f_id !== row['ID externo'];
	});
	const wanted = sheet.flatMap((row, index) => {
		const result = results[index];
		if (result?.status !== 'failed') return [];
		return [{ ...row, not_loaded_because: result.error_message, not_loaded_code: result.error_code }];
	});
	return [
		...(misplaced.length > 0 ? [`${misplaced.length} rows are not in their place in the results.`] : []),
		...(isDeepStrictEqual(failed, wanted) ? [] : ['The file of failed rows has others, or other reasons.']),
	];
}
