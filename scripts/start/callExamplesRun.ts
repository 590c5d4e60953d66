import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { AlturSandbox } from '../../sandbox/altur/startAlturSandbox';
import { callExamples } from '../examples';
import type { N8nClient } from '../n8n/client';
import { DataTable } from '../n8n/dataTable';
import { outputItems } from '../n8n/runData';
import { compareCounts, expectedCallCounts, expectedCounts } from '../statusCounts';

/** So long (ms) may pass without a new result before the rest is taken for lost. */
const patienceMs = 90_000;

const tableRow = z.object({
	external_id: z.string(),
	result: z.string(),
	promised_amount: z.string(),
	conversation: z.string(),
});
type TableRow = z.infer<typeof tableRow>;

/**
 * Calls the people of the sheet, and waits for what comes of it: the example that creates a campaign, loads it and
 * starts it, and the one that writes what Altur sends back beside each row. Compares the table with what is expected,
 * and row by row with the contacts in the local Altur.
 *
 * @param url where n8n is
 * @param say receives a line of progress every few seconds
 * @throws Error with n8n's message when one of the workflows does not succeed
 */
export async function runCallExamples(
	client: N8nClient,
	sandbox: AlturSandbox,
	url: string,
	say: (line: string) => void,
): Promise<{ table: string; differences: string[] }> {
	const { call, results } = callExamples;
	await client.publishWorkflow(results.id);
	// Few at a time: n8n has to answer each within five seconds, on a slow computer too.
	sandbox.setWebhook({ url: url + results.webhookPath, parallel: 4 });
	const { status, data } = await client.runWorkflow(call.id, call.trigger, 300_000);
	if (status !== 'success') {
		const reason = data.resultData.error?.message ?? 'no reason given';
		throw new Error(`The example that calls people ended with "${status}": ${reason}`);
	}
	const [campaign] = outputItems(data, call.create);
	const campaignId = z.object({ id: z.number() }).parse(campaign).id;
	const contacts = () => sandbox.state().campaigns.find(({ id }) => id === campaignId)?.contacts ?? [];

	const table = await DataTable.named(client.session, callExamples.table);
	await untilFilled(table, contacts().length, say);
	const rows = z.array(tableRow).parse(await table.rows());
	return compare(rows, new Map(contacts().map(({ f_id, status: result }) => [f_id, result])));
}

async function untilFilled(table: DataTable, called: number, say: (line: string) => void): Promise<void> {
	let filled = 0;
	let newestMs = performance.now();
	let toldMs = performance.now();
	while (filled < called && performance.now() - newestMs < patienceMs) {
		await sleep(1000);
		const now = await table.countFilled('result');
		if (now > filled) newestMs = performance.now();
		filled = now;
		if (performance.now() - toldMs < 10_000) continue;
		toldMs = performance.now();
		say(`  ${filled.toLocaleString('en')} of ${called.toLocaleString('en')} people called.`);
	}
}

function compare(
	rows: readonly TableRow[],
	inAltur: ReadonlyMap<string | undefined, string>,
): { table: string; differences: string[] } {
	const expected = expectedCallCounts();
	const called = rows.filter(({ result }) => result !== '');
	const withResult = (wanted: string) => called.filter(({ result }) => result === wanted).length;
	const { converted, answered, voicemail, failed } = expected;
	return compareCounts(
		{
			'rows in the table': rows.length,
			called: called.length,
			converted: withResult('converted'),
			answered: withResult('answered'),
			voicemail: withResult('voicemail'),
			failed: withResult('failed'),
			'with an amount promised': rows.filter((row) => row.promised_amount !== '').length,
			'with what was said': rows.filter((row) => row.conversation !== '').length,
			'unlike the contact in Altur': called.filter(
				({ external_id, result }) => inAltur.get(external_id) !== result,
			).length,
		},
		{
			'rows in the table': expectedCounts().rows,
			called: expected.called,
			converted,
			answered,
			voicemail,
			failed,
			'with an amount promised': converted,
			'with what was said': converted + answered + voicemail,
			'unlike the contact in Altur': 0,
		},
	);
}
