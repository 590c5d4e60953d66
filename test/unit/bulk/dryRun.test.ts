import { dryRun, type DryRun } from '../../../bulk/dryRun';
import { load, type Outcome } from '../../../bulk/load';
import { reportOf } from '../../../bulk/loadReport';
import { Pacer } from '../../../bulk/pace/pacer';
import type { ReadRow } from '../../../bulk/rows';
import { VirtualClock } from './virtualClock';

const refused = { code: 'INVALID_PHONE_NUMBER', message: 'No number.', contact: 'none' };

const rowAt = (itemIndex: number, more: Partial<ReadRow<{ contact: string }>> = {}) => ({
	itemIndex,
	group: String(itemIndex % 2),
	orderKey: String(itemIndex),
	payload: { contact: `+52${5_500_000_000 + itemIndex}` },
	...more,
});

async function* asRead<Row>(rows: readonly Row[], onRead: (row: Row) => void = () => undefined) {
	for (const row of rows) {
		onRead(row);
		yield row;
	}
}

const run = async (
	rows: Array<ReadRow<{ contact: string }>>,
	more: Partial<DryRun<{ contact: string }>> = {},
) =>
	await reportOf(
		async (tell: (outcome: Outcome) => void) =>
			await dryRun({ rows: asRead(rows), batchSize: 10, service: {}, ...more }, tell),
	);

describe('A dry run', () => {
	it('says of each row that would be sent that it is ready, and with what', async () => {
		const { results, failed, unsent } = await run([rowAt(0), rowAt(1)]);
		expect([...results]).toEqual([
			[0, { status: 'ready', wouldSend: { contact: '+525500000000' } }],
			[1, { status: 'ready', wouldSend: { contact: '+525500000001' } }],
		]);
		expect([failed, unsent]).toEqual([[], []]);
	});

	it('keeps back what a load keeps back', async () => {
		const { results } = await run([
			{ itemIndex: 0, refused },
			{ itemIndex: 1, suppressed: true },
		]);
		const { contact, ...problem } = refused;
		expect([...results.values()]).toEqual([{ status: 'failed', contact, problem }, { status: 'suppressed' }]);
	});

	it('foresees refusals, and tells of the others only', async () => {
		const noted: number[] = [];
		const service = {
			foresee: ({ itemIndex }: { itemIndex: number }) => (itemIndex === 1 ? refused : undefined),
		};
		const { results } = await run([rowAt(0), rowAt(1), rowAt(2)], {
			service,
			note: ({ itemIndex }) => noted.push(itemIndex),
		});
		expect(results.get(1)).toMatchObject({
			status: 'failed',
			problem: { code: refused.code },
			wouldSend: { contact: '+525500000001' },
		});
		expect(noted.sort()).toEqual([0, 2]);
	});

	it.each(['apart', 'together'] as const)(
		'counts the requests that a load sends, with rows of one contact %s',
		async (repeats) => {
			const rows = Array.from({ length: 150 }, (_, index) =>
				rowAt(index, { orderKey: String(index % 7), group: '' }),
			);
			const clock = new VirtualClock();
			const counts = { requests: 0, throttled: 0, retried: 0 };
			const service = {
				repeats,
				request: () => ({ method: 'POST' as const, path: '/', retryable: true }),
				results: (batch: { rows: unknown[] }) => batch.rows.map(() => ({ status: 'created' })),
				tooLarge: () => ({ status: 'failed' }),
			};
			const client = {
				transport: async () => ({ status: 200, headers: {}, body: {} }),
				lane: new Pacer({ requests: 12, windowMs: 1000 }, clock).openLane(),
				policy: { maxRetries: 0, maxTotalWaitMs: 0 },
				counts,
				clock,
			};
			const toLoad = { rows: asRead(rows), batchSize: 10, service, client, stopAtFailure: true };
			await load(toLoad, () => undefined);
			const { requests, results } = await run(rows, { service });
			expect(counts.requests).toBeGreaterThanOrEqual(15);
			expect(requests).toBe(counts.requests);
			expect(results.size).toBe(150);
		},
	);

	it('tells of rows while later ones have not been read', async () => {
		let read = 0;
		let readWhenTold: number | undefined;
		const rows = Array.from({ length: 1000 }, (_, index) => rowAt(index, { group: '' }));
		const toRun = { rows: asRead(rows, () => read++), batchSize: 10, service: {} };
		await dryRun(toRun, () => (readWhenTold ??= read));
		expect(readWhenTold).toBe(10);
	});

	it('ends when it is stopped, and with what reading the rows throws', async () => {
		const stop = new AbortController();
		const rows = Array.from({ length: 100 }, (_, index) => rowAt(index, { group: '' }));
		const stopping = asRead(rows, ({ itemIndex }) => itemIndex === 25 && stop.abort());
		const stopped = await run([], { rows: stopping, signal: stop.signal });
		expect(stopped.results.size).toBe(20);
		const error = new Error('no more');
		const breaking = asRead(rows, ({ itemIndex }) => {
			if (itemIndex === 25) throw error;
		});
		const broken = await run([], { rows: breaking });
		expect(broken).toMatchObject({ readingEnded: { error }, requests: 2 });
		expect(broken.results.size).toBe(20);
	});
});
