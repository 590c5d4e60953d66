import { loadAndReport } from '../../../bulk/loadReport';
import { Pacer } from '../../../bulk/pace/pacer';
import type { ServiceResponse } from '../../../bulk/request/request';
import type { BulkRow, RefusedRow } from '../../../bulk/rows';
import { plainService } from './plainService';
import { VirtualClock } from './virtualClock';

/** A row of its own contact. */
const row = (itemIndex: number): BulkRow<string> => ({
	itemIndex,
	group: '1',
	orderKey: String(itemIndex),
	payload: `row ${itemIndex}`,
});
const rowsUpTo = (count: number) => Array.from({ length: count }, (_, itemIndex) => row(itemIndex));

/**
 * Loads each row in a request of its own, without repetitions, and goes on after failures.
 *
 * @param statusOf the HTTP status of the answer to the nth request
 * @param latency milliseconds until it is there
 */
async function loadOneByOne(
	rows: Array<BulkRow<string> | RefusedRow>,
	statusOf: (request: number) => number,
	latency = 0,
) {
	const clock = new VirtualClock();
	const sent: string[] = [];
	let underWay = 0;
	let maxInFlight = 0;
	const report = await loadAndReport({
		rows: (async function* () {
			yield* rows;
		})(),
		batchSize: 1,
		service: plainService,
		client: {
			transport: async ({ body }): Promise<ServiceResponse> => {
				const status = statusOf(sent.push(String(body)) - 1);
				underWay++;
				maxInFlight = Math.max(maxInFlight, underWay);
				if (latency > 0) await clock.sleep(latency);
				underWay--;
				return { status, headers: {}, body: {} };
			},
			lane: new Pacer({ requests: 12, windowMs: 1000 }, clock).openLane(),
			policy: { maxRetries: 0, maxTotalWaitMs: 1000 },
			counts: { requests: 0, throttled: 0, retried: 0 },
			clock,
		},
		stopAtFailure: false,
	});
	return { report, sent, maxInFlight };
}

describe('The report of a load', () => {
	it('says of a row that was refused beforehand why, and such a row is not sent', async () => {
		const refused = { code: 'ROUNDED_NUMBER', message: 'The number is rounded', contact: '5.21E+11' };
		const { report, sent } = await loadOneByOne([row(0), { itemIndex: 1, refused }, row(2)], () => 200);
		expect(sent).toEqual(['row 0', 'row 2']);
		expect(report.results.get(1)).toEqual({
			status: 'failed',
			contact: '5.21E+11',
			problem: { code: 'ROUNDED_NUMBER', message: 'The number is rounded' },
		});
		expect(report.results.size).toBe(3);
	});

	it('names what is not sent any more after three outages in a row', async () => {
		const { report, sent } = await loadOneByOne(rowsUpTo(8), () => 503);
		expect(sent).toHaveLength(3);
		expect(report.failed.map(({ itemIndexes }) => itemIndexes)).toEqual([[0], [1], [2]]);
		expect(report.results.size).toBe(0);
		expect(report.unsent.length).toBeGreaterThan(0);
	});

	it('has a result for every row that an answer between outages was for, as each begins the count anew', async () => {
		const { report, sent } = await loadOneByOne(rowsUpTo(9), (request) => (request % 3 === 2 ? 200 : 503));
		expect(sent).toHaveLength(9);
		expect([...report.results.keys()]).toEqual([2, 5, 8]);
		expect(report.unsent).toEqual([]);
	});
});

describe('A load whose answers take half a minute', () => {
	it('has as many requests on their way as leave in that time', async () => {
		const { report, maxInFlight } = await loadOneByOne(rowsUpTo(400), () => 200, 30_000);
		expect(maxInFlight).toBeGreaterThan(350);
		expect(maxInFlight).toBeLessThanOrEqual(360);
		expect(report.results.size).toBe(400);
	});
});
