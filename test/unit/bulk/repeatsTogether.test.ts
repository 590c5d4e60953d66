import type { Repeats } from '../../../bulk/batches';
import { makeBatches } from '../../../bulk/makeBatches';
import type { BulkRow } from '../../../bulk/rows';

async function* rowsOf(...keys: string[]): AsyncGenerator<BulkRow<string>> {
	for (const [itemIndex, orderKey] of keys.entries()) {
		yield { itemIndex, group: 'list', orderKey, payload: orderKey };
	}
}

async function batchesOf(repeats: Repeats | undefined, size: number, ...keys: string[]): Promise<string[]> {
	const batches: string[] = [];
	for await (const { rows } of makeBatches(rowsOf(...keys), size, repeats)) {
		batches.push(rows.map(({ payload }) => payload).join(''));
	}
	return batches;
}

describe('Rows of one contact', () => {
	it('share a request when the service wants them together', async () => {
		expect(await batchesOf('together', 10, 'a', 'b', 'a', 'a')).toEqual(['abaa']);
	});

	it('still count for the size of the request', async () => {
		expect(await batchesOf('together', 2, 'a', 'a', 'a')).toEqual(['aa', 'a']);
	});

	it('leave the first one its own request unless it is said', async () => {
		expect(await batchesOf(undefined, 10, 'a', 'b', 'a')).toEqual(['ab', 'a']);
	});
});
