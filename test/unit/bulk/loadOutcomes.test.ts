import { getEventListeners } from 'events';
import type { BatchService } from '../../../bulk/batchService';
import { load } from '../../../bulk/load';
import { Pacer } from '../../../bulk/pace/pacer';
import type { BulkRow, RefusedRow } from '../../../bulk/rows';
import { VirtualClock } from './virtualClock';

const service: BatchService<string> = {
	request: ({ number }) => ({ method: 'POST', path: `/${number}`, retryable: true }),
	results: ({ rows }) => rows.map(() => ({ status: 'created' })),
	tooLarge: () => ({ status: 'failed' }),
};

/** 60 rows, the third one refused, two in each request; the answer to the sixth request is a 500. */
async function loadSixty(signal?: AbortSignal) {
	const clock = new VirtualClock();
	const told: Array<{ itemIndex: number; as: string; whenRead: number }> = [];
	let read = 0;
	const rows = async function* (): AsyncGenerator<BulkRow<string> | RefusedRow> {
		for (; read < 60; read++) {
			const problem = { code: 'ROUNDED_NUMBER', message: '' };
			if (read === 2) yield { itemIndex: read, refused: problem };
			else yield { itemIndex: read, group: '1', orderKey: String(read), payload: '' };
		}
	};
	const client = {
		transport: async ({ path }: { path: string }) => {
			await clock.sleep(200);
			return { status: path === '/5' ? 500 : 200, headers: {}, body: {} };
		},
		lane: new Pacer({ requests: 12, windowMs: 1000 }, clock).openLane(),
		policy: { maxRetries: 0, maxTotalWaitMs: 1000 },
		counts: { requests: 0, throttled: 0, retried: 0 },
		clock,
		random: () => 0.5,
		signal,
	};
	const end = await load(
		{ rows: rows(), batchSize: 2, service, client, stopAtFailure: true },
		({ results, failed, unsent }) => {
			const tell = (as: string) => (itemIndex: number) => told.push({ itemIndex, as, whenRead: read });
			for (const { itemIndex, result } of results) tell(result.status)(itemIndex);
			for (const { itemIndexes } of failed) itemIndexes.forEach(tell('lost'));
			for (const { itemIndexes } of unsent) itemIndexes.forEach(tell('unsent'));
		},
	);
	return { told, end, read };
}

describe('What becomes of the rows of a load', () => {
	it('is told while later rows have not been read yet', async () => {
		const { told } = await loadSixty();
		expect(told.find(({ itemIndex }) => itemIndex === 0)).toMatchObject({ as: 'created' });
		expect(told.find(({ itemIndex }) => itemIndex === 0)?.whenRead).toBeLessThan(40);
		expect(told.find(({ itemIndex }) => itemIndex === 2)).toMatchObject({ as: 'failed', whenRead: 2 });
	});

	it('is told once of each row that was in a batch, also of those that were lost or not sent', async () => {
		const { told, end, read } = await loadSixty();
		expect(end.readingEnded).toBeUndefined();
		const indexes = told.map(({ itemIndex }) => itemIndex);
		expect(new Set(indexes).size).toBe(indexes.length);
		expect(Math.max(...indexes)).toBeLessThanOrEqual(read);
		expect(told.filter(({ as }) => as === 'lost').map(({ itemIndex }) => itemIndex)).toEqual([11, 12]);
		expect(told.filter(({ as }) => as === 'unsent').length).toBeGreaterThan(1);
	});

	it('leaves no listener at the signal of the execution, which may make thousands of loads in a loop', async () => {
		const { signal } = new AbortController();
		await loadSixty(signal);
		expect(getEventListeners(signal, 'abort')).toEqual([]);
	});
});
