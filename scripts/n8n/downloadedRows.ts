import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { N8nClient } from './client';
import { type ExecutionData, outputFiles } from './runData';

const rows = z.array(z.record(z.string()));

/** The rows of a CSV file, each by the titles of its columns. @throws what the parser says of a file that is none */
export function csvRows(text: string): Array<Record<string, string>> {
	return rows.parse(parse(text, { columns: true, bom: true }));
}

/**
 * Downloads a CSV file that left a node with its first item, as the editor does.
 *
 * @param field the field of the file, e.g. `results`
 * @throws N8nRefusedError when n8n has no such file
 */
export async function downloadedRows(
	client: N8nClient,
	data: ExecutionData,
	node: string,
	field: string,
): Promise<Array<Record<string, string>>> {
	const query = new URLSearchParams({ id: outputFiles(data, node)[field] ?? '', action: 'download' });
	const chunks: Uint8Array[] = [];
	for await (const chunk of await client.session.download(`/rest/binary-data?${query.toString()}`)) {
		chunks.push(z.instanceof(Uint8Array).parse(chunk));
	}
	return csvRows(Buffer.concat(chunks).toString('utf8'));
}
