import type { BatchService } from '../../../bulk/batchService';
import { loadAndReport } from '../../../bulk/loadReport';
import { Pacer } from '../../../bulk/pace/pacer';
import type { ServiceResponse } from '../../../bulk/request/request';
import type { BulkRow } from '../../../bulk/rows';
import type { Client } from '../../../bulk/request/send';
import { plainService } from './plainService';
import { VirtualClock } from './virtualClock';

const sound: BatchService<string> = {
	...plainService,
	tooLarge: () => ({ status: 'failed', problem: { code: 'TOO_LARGE', message: 'Too large' } }),
};
const fault = () => {
	throw new TypeError('payload is undefined');
};

async function loadWith(service: Partial<BatchService<string>>, client: Partial<Client> = {}) {
	const clock = new VirtualClock();
	const sent: string[] = [];
	const rows = async function* (): AsyncGenerator<BulkRow<string>> {
		for (const [itemIndex, payload] of ['a', 'b', 'c', 'a', 'd', 'e'].entries()) {
			yield { itemIndex, group: '1', orderKey: payload, payload };
		}
	};
	const report = await loadAndReport({
		rows: rows(),
		batchSize: 2,
		service: { ...sound, ...service },
		client: {
			transport: async ({ body }): Promise<ServiceResponse> => {
				sent.push(String(body));
				return { status: 201, headers: {}, body: {} };
			},
			lane: new Pacer({ requests: 12, windowMs: 1000 }, clock).openLane(),
			policy: { maxRetries: 1, maxTotalWaitMs: 1000 },
			counts: { requests: 0, throttled: 0, retried: 0 },
			clock,
			...client,
		},
		stopAtFailure: false,
	});
	return { report, sent };
}

describe('A load with a service object that throws', () => {
	it('while it makes a request, fails the rows of that batch, unsent, and goes on with the others', async () => {
		const { report, sent } = await loadWith({
			request: (batch) => (batch.number === '1' ? fault() : sound.request(batch)),
		});
		expect(sent).toEqual(['a,b', 'e,a']);
		expect(report.failed).toEqual([
			{
				group: '1',
				itemIndexes: [2, 4],
				failure: {
					kind: 'unexpected',
					trouble: 'payload is undefined',
					attempts: 1,
					mayHaveBeenApplied: false,
				},
			},
		]);
		expect([...report.results.keys()]).toEqual([0, 1, 5, 3]);
		expect(report.unsent).toEqual([]);
	});

	it('while it reads an answer, fails the rows, which may have been stored', async () => {
		const { report, sent } = await loadWith({ results: fault });
		expect(sent).toEqual(['a,b', 'c,d', 'e,a']);
		expect(report.failed).toHaveLength(3);
		expect(report.failed[0]).toMatchObject({
			itemIndexes: [0, 1],
			failure: { kind: 'unexpected', mayHaveBeenApplied: true },
		});
		expect(report.results.size).toBe(0);
	});

	it.each<[string, Partial<BatchService<string>>, Partial<Client>]>([
		[
			'while it judges an answer',
			{ request: (batch) => ({ ...sound.request(batch), understands: fault }) },
			{},
		],
		['while it sends', {}, { transport: async () => fault() }],
	])('%s, fails the rows of each batch and ends', async (_when, service, client) => {
		const { report } = await loadWith(service, client);
		expect(report.failed.map(({ itemIndexes }) => itemIndexes)).toEqual([
			[0, 1],
			[2, 4],
			[5, 3],
		]);
	});

	it('while it tells that a row is too large, fails that row', async () => {
		const { report } = await loadWith(
			{ tooLarge: fault },
			{ transport: async () => ({ status: 413, headers: {}, body: '' }) },
		);
		expect(report.failed.flatMap(({ itemIndexes }) => itemIndexes).sort()).toEqual([0, 1, 2, 3, 4, 5]);
		expect(report.failed[0]?.failure).toMatchObject({ kind: 'unexpected', mayHaveBeenApplied: false });
	});

	it('and with fewer results than rows, says that the others are unknown', async () => {
		const { report } = await loadWith({ results: () => [{ status: 'created' }] });
		expect(report.results.get(0)).toEqual({ status: 'created' });
		expect(report.results.get(1)).toMatchObject({ status: 'failed', problem: { code: 'NO_RESULT' } });
		expect(report.unsent).toEqual([]);
	});
});

describe('A batch that is halved', () => {
	it('does not send its second half when the key was refused with the first', async () => {
		const bodies: string[] = [];
		const { report } = await loadWith(
			{},
			{
				transport: async ({ body }) => {
					bodies.push(String(body));
					return { status: String(body).includes(',') ? 413 : 401, headers: {}, body: '' };
				},
				lane: new Pacer({ requests: 1, windowMs: 1000 }, new VirtualClock()).openLane(),
			},
		);
		expect(bodies.filter((body) => !body.includes(','))).not.toContain('b');
		expect(report.unsent.flatMap(({ itemIndexes }) => itemIndexes)).toContain(1);
	});
});

describe('A batch that is too large to be encoded', () => {
	const encodes = (most: number): Partial<BatchService<string>> => ({
		request: (batch) => {
			if (batch.rows.length > most) throw new RangeError('Invalid string length');
			return sound.request(batch);
		},
	});

	it('is halved, as one that is too large for the service', async () => {
		const { report, sent } = await loadWith(encodes(1));
		expect(sent.sort()).toEqual(['a', 'a', 'b', 'c', 'd', 'e']);
		expect(report.results.size).toBe(6);
	});

	it('though it holds a single row, is a failed row', async () => {
		const { report, sent } = await loadWith(encodes(0));
		expect(sent).toEqual([]);
		expect([...report.results.values()].map(({ problem }) => problem?.code)).toEqual(
			Array<string>(6).fill('TOO_LARGE'),
		);
	});
});
