import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createColumn } from '../n8n/form/columns/expressions';
import { loadAndReport, type LoadReport } from '../bulk/loadReport';
import { cleanPhone, phoneOrderKey } from '../bulk/clean/phone/cleanPhone';
import type { ServiceRequest, Transport } from '../bulk/request/request';
import type { BulkRow } from '../bulk/rows';
import { addContactsService } from '../nodes/Altur/contact/add/service';
import type { Contact } from '../nodes/Altur/contact/schema';

/*
 * What the node itself costs per row, without n8n, network and pace: rows are made, read by four compiled columns,
 * cleaned, batched and sent to an Altur that is a function. Time and memory per row are to stay the same within 20 %
 * from 10,000 to 1,000,000 rows.
 */

const sizes = [10_000, 100_000, 1_000_000];
/** So many rows in all are loaded at each size, so that each figure is a median of runs that are long enough. */
const rowsPerSize = 500_000;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const fields = ['contact', 'name', 'context', 'f_id'] as const;

function rowAt(index: number) {
	return {
		contact: `+52 55 ${String(10_000_000 + index)}`,
		name: `Cliente ${index}`,
		context: 'Saldo vencido',
		f_id: index,
	};
}

async function* rowsOf(count: number): AsyncGenerator<BulkRow<Contact>> {
	const source = { json: rowAt, evaluate: () => undefined };
	const columns = fields.map((field) => [field, createColumn(`={{ $json.${field} }}`, source)] as const);
	for (let itemIndex = 0; itemIndex < count; itemIndex++) {
		const values = Object.fromEntries(
			columns.map(([field, column]) => [field, String(column.read(itemIndex))]),
		);
		const cleaned = cleanPhone(values.contact);
		const contact = 'number' in cleaned ? cleaned.number : '';
		const payload = { ...values, contact };
		yield { itemIndex, group: 'skip 1', orderKey: phoneOrderKey(contact), payload };
	}
}

/** An Altur that creates every contact at once, with answers of the real size. */
const altur: Transport = async ({ body }: ServiceRequest) => {
	const { contacts }: { contacts: Contact[] } = JSON.parse(String(body));
	const results = contacts.map(({ contact }, index) => ({
		index,
		status: 'created',
		id: String(index),
		contact,
	}));
	return { status: 200, headers: {}, body: JSON.parse(JSON.stringify({ success: true, results })) };
};

async function loadRows(count: number): Promise<LoadReport> {
	return await loadAndReport({
		rows: rowsOf(count),
		batchSize: 1000,
		service: addContactsService(['bench'], new Map([['skip 1', { campaignId: '1', ifDuplicate: 'skip' }]])),
		client: {
			transport: altur,
			lane: {
				take: async () => ({ at: 0 }),
				throttled: () => undefined,
				unavailable: () => undefined,
				accepted: () => undefined,
				leaves: () => undefined,
			},
			policy: { maxRetries: 0, maxTotalWaitMs: 0 },
			counts: { requests: 0, throttled: 0, retried: 0 },
		},
		stopAtFailure: true,
	});
}

/** @returns microseconds of CPU per row, which other work on the machine hardly lengthens */
async function measureTime(count: number): Promise<number> {
	const before = process.cpuUsage();
	await loadRows(count);
	const { user, system } = process.cpuUsage(before);
	return (user + system) / count;
}

/** @returns bytes of heap per row that are left of a load while its report is held */
async function measureHeap(count: number): Promise<number> {
	collectGarbage();
	const before = process.memoryUsage().heapUsed;
	const report = await loadRows(count);
	collectGarbage();
	return (process.memoryUsage().heapUsed - before) / report.results.size;
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

async function main(): Promise<void> {
	await loadRows(100_000);
	console.log('| Rows | CPU per row | Heap per row | CPU in all |\n| ---: | ---: | ---: | ---: |');
	for (const size of sizes) {
		const times: number[] = [];
		for (let rows = 0; rows < rowsPerSize; rows += size) times.push(await measureTime(size));
		const microseconds = median(times);
		const bytes = await measureHeap(size);
		const cells = [
			size.toLocaleString('en'),
			`${microseconds.toFixed(1)} µs`,
			`${bytes.toFixed(0)} B`,
			`${((microseconds * size) / 1e6).toFixed(2)} s`,
		];
		console.log(`| ${cells.join(' | ')} |`);
	}
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
