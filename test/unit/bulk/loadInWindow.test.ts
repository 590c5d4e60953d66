import fc from '../../properties';
import type { BatchService } from '../../../bulk/batchService';
import { load } from '../../../bulk/load';
import { Pacer } from '../../../bulk/pace/pacer';
import { ResultOrder } from '../../../bulk/resultOrder';
import type { BulkRow } from '../../../bulk/rows';
import { plainService } from './plainService';
import { VirtualClock } from './virtualClock';

const service: BatchService<string> = {
	...plainService,
	results: ({ rows }) => rows.map(({ payload }) => ({ status: 'created', contact: payload })),
};

/** Loads contacts as a file is loaded: no row is read that is too far ahead of the oldest open one. */
async function loadInWindow(contacts: readonly string[], batchSize: number, mostOpen: number) {
	const clock = new VirtualClock();
	const emitted: string[] = [];
	const order = new ResultOrder<string>(mostOpen, (_, { contact = '' }) => emitted.push(contact));
	const sent: string[][] = [];
	const rows = async function* (): AsyncGenerator<BulkRow<string>> {
		for (const payload of contacts) {
			await order.room();
			yield { itemIndex: order.enter(payload), group: '1', orderKey: payload, payload };
		}
	};
	await load(
		{
			rows: rows(),
			batchSize,
			mostReadBehind: mostOpen / 2,
			service,
			client: {
				transport: async ({ body }) => {
					sent.push(String(body).split(','));
					await clock.sleep(300);
					return { status: 201, headers: {}, body: {} };
				},
				lane: new Pacer({ requests: 12, windowMs: 1000 }, clock).openLane(),
				policy: { maxRetries: 1, maxTotalWaitMs: 1000 },
				counts: { requests: 0, throttled: 0, retried: 0 },
				clock,
			},
			stopAtFailure: false,
		},
		({ results }) => {
			for (const { itemIndex, result } of results) order.settle(itemIndex, result);
		},
	);
	return { emitted, sent };
}

describe('A load that reads no further than a window', () => {
	it('comes to its end however many rows of however few contacts it has, each result in its place', async () => {
		const given = fc.record({
			contacts: fc.array(
				fc.oneof(
					fc.integer({ max: 3, min: 0 }).map((contact) => `often ${contact}`),
					fc.integer({ max: 400, min: 0 }).map((contact) => `seldom ${contact}`),
				),
				{ maxLength: 300, size: 'max' },
			),
			batchSize: fc.integer({ min: 1, max: 12 }),
			mostOpen: fc.constantFrom(24, 60, 1000),
		});
		await fc.assert(
			fc.asyncProperty(given, async ({ contacts, batchSize, mostOpen }) => {
				const { emitted, sent } = await loadInWindow(contacts, batchSize, mostOpen);
				expect(emitted).toEqual(contacts);
				expect(sent.flat().sort()).toEqual([...contacts].sort());
				expect(sent.every((batch) => new Set(batch).size === batch.length)).toBe(true);
			}),
			{ numRuns: Number(process.env.FAST_CHECK_RUNS ?? 60), seed: Number(process.env.FAST_CHECK_SEED ?? 5) },
		);
	});
});
