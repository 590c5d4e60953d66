import fc from '../../properties';
import { ResultOrder } from '../../../bulk/resultOrder';
import type { RowResult } from '../../../bulk/rows';

const created: RowResult = { status: 'created' };
const failed: RowResult = { status: 'failed' };

/** An order, and what it has emitted. */
function orderOf(mostOpen: number) {
	const emitted: Array<[row: string, status: string]> = [];
	const order = new ResultOrder<string>(mostOpen, (row, { status }) => emitted.push([row, status]));
	return { order, emitted };
}

/** Whether a promise is fulfilled by now. */
async function isReady(promise: Promise<void>): Promise<boolean> {
	let ready = false;
	void promise.then(() => (ready = true));
	await new Promise((resolve) => setImmediate(resolve));
	return ready;
}

describe('The order of results', () => {
	it('is that in which the rows were read, in whatever order their ends become known', () => {
		const ends = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 });
		fc.assert(
			fc.property(ends, fc.nat(7), (settled, again) => {
				const { order, emitted } = orderOf(100);
				for (const index of settled.keys()) order.enter(`row ${index}`);
				for (const index of settled) {
					order.settle(index, { status: `status ${index}` });
					order.settle(again, failed);
				}
				const wanted = settled.map((_, index) => `row ${index}`);
				expect(emitted.map(([row]) => row)).toEqual(wanted);
				const firstOf = (index: number) =>
					index === again && settled[0] !== again ? 'failed' : `status ${index}`;
				expect(emitted.map(([, status]) => status)).toEqual(wanted.map((_, index) => firstOf(index)));
			}),
		);
	});

	it('holds the reading back behind a row whose end is not known, and lets it go on then', async () => {
		const { order, emitted } = orderOf(3);
		for (const row of ['a', 'b', 'c']) order.enter(row);
		order.settle(1, created);
		order.settle(2, created);
		const room = order.room();
		expect(await isReady(room)).toBe(false);
		expect(emitted).toEqual([]);
		order.settle(0, failed);
		expect(await isReady(room)).toBe(true);
		expect(emitted).toEqual([
			['a', 'failed'],
			['b', 'created'],
			['c', 'created'],
		]);
	});

	it('gives all rows that are still open the same end, and keeps that of the others', () => {
		const { order, emitted } = orderOf(10);
		for (const row of ['a', 'b', 'c']) order.enter(row);
		order.settle(1, created);
		order.settleOthers(failed);
		expect(emitted).toEqual([
			['a', 'failed'],
			['b', 'created'],
			['c', 'failed'],
		]);
	});

	it('knows a row until it has been emitted', () => {
		const { order } = orderOf(10);
		order.enter('a');
		expect(order.row(0)).toBe('a');
		order.settle(0, created);
		expect(order.row(0)).toBeUndefined();
	});
});
