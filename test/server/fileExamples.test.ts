import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileExamples } from '../../scripts/examples';
import type { N8nClient } from '../../scripts/n8n/client';
import { csvRows } from '../../scripts/n8n/downloadedRows';
import { outputItems } from '../../scripts/n8n/runData';
import { expectedCounts } from '../../scripts/statusCounts';
import { n8nPatience, type PackagedN8n, packagedN8n } from './harness/packagedN8n';
import { describeWith, realN8n } from '../requirements';

jest.setTimeout(n8nPatience);

describeWith(realN8n)('the examples with files, in a running n8n', () => {
	let n8n: PackagedN8n;
	let client: N8nClient;
	beforeAll(async () => {
		n8n = await packagedN8n();
		({ client } = await n8n.startServer());
	});
	afterAll(async () => {
		await n8n.end();
	});

	const failedFile = () => join(n8n.userFolder, '.n8n-files', 'contacts-failed.csv');
	const failedRows = () => csvRows(readFileSync(failedFile(), 'utf8'));

	async function run({ id, load }: { id: string; load: string }) {
		const { status, data } = await client.runWorkflow(id, fileExamples.trigger);
		expect(data.resultData.error?.message).toBeUndefined();
		expect(status).toBe('success');
		return { data, item: outputItems(data, load)[0] };
	}

	it('Load a file of any size: the sample sheet comes to the same as row by row, and what failed is saved', async () => {
		const { item } = await run(fileExamples.file);
		const { rows, created, skipped_duplicate, failed } = expectedCounts();
		expect(item).toMatchObject({
			file: 'contacts.csv',
			rows,
			created,
			skipped_duplicate,
			failed,
		});
		const saved = failedRows();
		expect(saved).toHaveLength(failed);
		expect(saved.filter(({ not_loaded_because: reason }) => !reason)).toEqual([]);
	});

	it('Load the failed rows once they are corrected: they are stored, and what is still wrong is saved anew', async () => {
		const before = failedRows();
		const corrected = before.slice(0, 70).map((row, index) => ({
			...row,
			Teléfono: `+5255700${String(10_000 + index)}`,
		}));
		const columns = Object.keys(before[0] ?? {});
		const lines = [...corrected, ...before.slice(70)].map((row) =>
			columns
				.map((column) => `"${(new Map(Object.entries(row)).get(column) ?? '').replaceAll('"', '""')}"`)
				.join(';'),
		);
		writeFileSync(failedFile(), `\ufeff${[columns.join(';'), ...lines].join('\r\n')}\r\n`);

		const { item } = await run(fileExamples.failed);
		expect(item).toMatchObject({ rows: 76, created: 70, failed: 6, requests: 1 });
		expect(failedRows()).toHaveLength(6);
		expect(Object.keys(failedRows()[0] ?? {})).toEqual(columns);
		const stored = n8n.sandbox.state().campaigns.find(({ id }) => id === fileExamples.campaignId)?.contacts;
		expect(stored?.at(-1)).toMatchObject({
			contact: '+525570010069',
			extracted_data: { Ciudad: before[69]?.['Ciudad'] },
		});
		expect(JSON.stringify(stored)).not.toContain('not_loaded');
	});

	it('Load the failed rows once they are corrected: goes on to its end when nothing is left', async () => {
		const good = failedRows().map((_, index) => `+525570020${String(100 + index)}`);
		writeFileSync(failedFile(), ['Teléfono', ...good].join('\n'));
		const { data } = await run(fileExamples.failed);
		expect(outputItems(data, 'Nothing is left')).toMatchObject([{ created: 6, failed: 0 }]);
	});
});
