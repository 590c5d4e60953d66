import fc from '../../properties';
import { halveBatch, type Batch } from '../../../bulk/batches';
import { makeBatches } from '../../../bulk/makeBatches';
import type { BulkRow, ReadUpTo } from '../../../bulk/rows';

type Row = BulkRow<string>;

const row = (itemIndex: number, group: string, orderKey?: string): Row => ({
	itemIndex,
	group,
	orderKey,
	payload: `row ${itemIndex}`,
});

async function* oneByOne<Given>(rows: readonly Given[]): AsyncGenerator<Given> {
	yield* rows;
}

async function batchesOf(rows: readonly Row[], size: number): Promise<Array<Batch<string>>> {
	const batches: Array<Batch<string>> = [];
	for await (const batch of makeBatches(oneByOne(rows), size)) batches.push(batch);
	return batches;
}

const indexes = (batches: ReadonlyArray<Batch<string>>) =>
	batches.map(({ rows }) => rows.map(({ itemIndex }) => itemIndex));

const anyRows = fc
	.array(
		fc.record({
			group: fc.constantFrom('skip 1', 'update 1', 'skip 2'),
			key: fc.option(fc.integer({ max: 5, min: 0 }), { nil: undefined }),
		}),
		{ maxLength: 200 },
	)
	.map((list) =>
		list.map(({ group, key }, index) =>
			row(index, group, key === undefined ? undefined : `${group.split(' ')[1] ?? ''} ${key}`),
		),
	);
const anySize = fc.integer({ min: 1, max: 9 });

describe('Batches', () => {
	it.each([
		[0, []],
		[1, [1]],
		[999, [999]],
		[1000, [1000]],
		[1001, [1000, 1]],
		[25_000, Array<number>(25).fill(1000)],
	])('of %i rows hold %p rows', async (count, lengths) => {
		const rows = Array.from({ length: count }, (_, index) => row(index, 'skip 1', `1 ${index}`));
		expect(indexes(await batchesOf(rows, 1000)).map(({ length }) => length)).toEqual(lengths);
	});

	it('keep the rows of two campaigns apart that alternate from row to row', async () => {
		const rows = Array.from({ length: 6 }, (_, index) => row(index, index % 2 ? 'skip 2' : 'skip 1'));
		const batches = await batchesOf(rows, 2);
		expect(batches.map(({ group, number }) => `${group}: ${number}`)).toEqual([
			'skip 1: 0',
			'skip 2: 0',
			'skip 1: 1',
			'skip 2: 1',
		]);
		expect(indexes(batches)).toEqual([[0, 2], [1, 3], [4], [5]]);
	});

	it('never hold the first row of a contact together with a later one', async () => {
		const rows = [row(0, 'a', 'x'), row(1, 'a', 'y'), row(2, 'a', 'x'), row(3, 'a', 'z'), row(4, 'a', 'x')];
		expect(indexes(await batchesOf(rows, 3))).toEqual([[0, 1, 3], [2], [4]]);
		const same = [row(0, 'a', 'x'), row(1, 'a', 'x'), row(2, 'a', 'x')];
		expect(indexes(await batchesOf(same, 3))).toEqual([[0], [1], [2]]);
	});

	it('hold a contact once, also when many of its rows, and of others, were held back', async () => {
		const rows = ['x', 'x', 'x', 'y', 'y', 'z', 'x', 'z'].map((key, index) => row(index, 'a', key));
		expect(indexes(await batchesOf(rows, 3))).toEqual([[0, 3, 5], [1, 4, 7], [2], [6]]);
	});

	it('let the contact of another batch leave before its next row does', async () => {
		const rows = [
			row(0, 'skip 1', 'x'),
			row(1, 'skip 1', 'y'),
			row(2, 'update 1', 'x'),
			row(3, 'skip 1', 'z'),
		];
		expect(indexes(await batchesOf(rows, 10))).toEqual([[0, 1, 3], [2]]);
	});

	it('are as good as the rows one by one: all of them once, of one group, not too many, contacts in order', async () => {
		await fc.assert(
			fc.asyncProperty(anyRows, anySize, async (rows, size) => {
				const batches = await batchesOf(rows, size);
				const sent = batches.flatMap((batch) => batch.rows);
				expect(sent.map(({ itemIndex }) => itemIndex).sort((a, b) => a - b)).toEqual(
					rows.map(({ itemIndex }) => itemIndex),
				);
				for (const batch of batches) {
					const contacts = batch.rows.flatMap(({ orderKey }) => orderKey ?? []);
					expect(new Set(contacts).size).toBe(contacts.length);
					expect(batch.rows.length).toBeGreaterThan(0);
					expect(batch.rows.length).toBeLessThanOrEqual(size);
					expect(new Set(batch.rows.map(({ group }) => group))).toEqual(new Set([batch.group]));
				}
				const names = batches.map(({ group, number }) => `${group}: ${number}`);
				expect(new Set(names).size).toBe(names.length);
				for (const key of new Set(rows.map(({ orderKey }) => orderKey))) {
					if (key === undefined) continue;
					const order = sent.filter(({ orderKey }) => orderKey === key).map(({ itemIndex }) => itemIndex);
					expect(order).toEqual([...order].sort((a, b) => a - b));
				}
			}),
		);
	});

	it('keep a later row of a contact 40 batches behind the one before, but for the last ones', async () => {
		const keys = Array.from({ length: 100 }, (_, at) => [`${at} a`, `${at} b`, `${at} a`]).flat();
		const batches = await batchesOf(
			keys.map((key, index) => row(index, 'a', key)),
			2,
		);
		const batchOf = (index: number) =>
			batches.findIndex(({ rows }) => rows.some(({ itemIndex }) => itemIndex === index));
		const between = Array.from({ length: 100 }, (_, at) => batchOf(at * 3 + 2) - batchOf(at * 3));
		expect(batches).toHaveLength(150);
		expect(between.slice(0, 60).every((distance) => distance > 40 && distance < 100)).toBe(true);
		expect(between.every((distance) => distance > 0)).toBe(true);
	});

	it('hold repeated contacts of the end together with the last rows, so that no request more is needed', async () => {
		const rows = ['a', 'b', 'a', 'c', 'b', 'd'].map((key, index) => row(index, 'a', key));
		expect(indexes(await batchesOf(rows, 3))).toEqual([
			[0, 1, 3],
			[5, 2, 4],
		]);
	});

	it('leave soon enough though many rows of one contact are held back', async () => {
		const rows = Array.from({ length: 400 }, (_, index) => row(index, 'a', index % 5 ? `${index}` : 'one'));
		let readUpTo = 0;
		const counted = async function* () {
			for (const one of rows) {
				readUpTo = one.itemIndex;
				yield one;
			}
		};
		const waited: number[] = [];
		for await (const batch of makeBatches(counted(), 20, 'apart', 50)) {
			waited.push(...batch.rows.map(({ itemIndex }) => readUpTo - itemIndex));
		}
		expect(waited).toHaveLength(400);
		expect(Math.max(...waited)).toBeLessThanOrEqual(51);
	});

	it('are the same for the same rows, so that their idempotency keys are', async () => {
		await fc.assert(
			fc.asyncProperty(anyRows, anySize, async (rows, size) => {
				expect(await batchesOf(rows, size)).toEqual(await batchesOf(rows, size));
			}),
			{ numRuns: 20 },
		);
	});

	it('leave as soon as they are full, before later rows are read', async () => {
		let read = 0;
		const counted = async function* () {
			for (let index = 0; index < 100; index++) {
				read++;
				yield row(index, 'a');
			}
		};
		const batches = makeBatches(counted(), 10);
		await batches.next();
		expect(read).toBe(10);
	});

	it.each<[string, Array<Row | ReadUpTo>, number[][]]>([
		['other contacts', [row(0, 'a', 'x'), row(1, 'a', 'x'), row(2, 'a'), row(6, 'a')], [[0, 2, 6], [1]]],
		[
			'nothing to send',
			[row(0, 'a'), row(1, 'b'), { readUpTo: 5 }, { readUpTo: 6 }, row(9, 'a')],
			[[0], [1], [9]],
		],
		['little', [row(0, 'a'), { readUpTo: 5 }, row(5, 'a')], [[0, 5]]],
	])('leave as they are when %s has come behind a row for long', async (_what, rows, expected) => {
		const batches: Array<Batch<string>> = [];
		for await (const batch of makeBatches(oneByOne(rows), 10, 'apart', 5)) batches.push(batch);
		expect(indexes(batches)).toEqual(expected);
	});

	it('leave all as they are when it is told that nothing comes for now', async () => {
		const rows = [row(0, 'a', 'x'), row(1, 'a', 'x'), row(2, 'b'), { readUpTo: Infinity }, row(3, 'a')];
		const batches: Array<Batch<string>> = [];
		for await (const batch of makeBatches(oneByOne(rows), 10)) batches.push(batch);
		expect(indexes(batches)).toEqual([[0], [1], [2], [3]]);
	});

	it('too large for the service are halved down to a single row, in order', () => {
		const batch = { group: 'a', number: '3', rows: [0, 1, 2, 3, 4].map((index) => row(index, 'a')) };
		const [left, right] = halveBatch(batch) ?? [];
		expect([left?.number, right?.number]).toEqual(['3.0', '3.1']);
		expect(left && right && indexes([left, right])).toEqual([
			[0, 1, 2],
			[3, 4],
		]);
		expect(halveBatch({ ...batch, rows: [row(0, 'a')] })).toBeUndefined();
		expect(halveBatch({ ...batch, rows: [row(0, 'a'), row(1, 'a')] })).toHaveLength(2);
	});

	it('leaves before a batch of another group whose contact it still holds back', async () => {
		const rows = [row(0, 'a', '1'), row(1, 'a', '1'), row(2, 'a', '2'), row(3, 'b', '1'), row(4, 'b', '3')];
		expect(indexes(await batchesOf(rows, 2))).toEqual([[0, 2], [1], [4], [3]]);
	});

	it('is filled up although another group has a row of a contact that has left already', async () => {
		const rows = [row(0, 'a', '1'), row(1, 'a', '2'), row(2, 'a', '3'), row(3, 'b', '1'), row(4, 'a', '4')];
		expect(indexes(await batchesOf(rows, 2))).toEqual([[0, 1], [2, 4], [3]]);
	});
});
