import type { Batch } from '../../../bulk/batches';
import { ContactOrder } from '../../../bulk/contactOrder';

/** A batch with rows of these contacts; undefined is a row without a number. */
const batchOf = (...orderKeys: Array<string | undefined>): Batch<null> => ({
	group: 'campaign 1',
	number: '0',
	rows: orderKeys.map((orderKey, itemIndex) => ({
		itemIndex,
		group: 'campaign 1',
		orderKey,
		payload: null,
	})),
});

/** Enters batches, and tells which of them may leave by now. */
class Entered {
	private readonly order = new ContactOrder();
	private readonly ready = new Set<string>();
	private readonly after = new Map<string, string[]>();
	private readonly finishing = new Map<string, (requests: string[]) => void>();

	enter(name: string, ...orderKeys: Array<string | undefined>): void {
		const { ready, finished } = this.order.enter(batchOf(...orderKeys));
		void ready.then((after) => {
			this.ready.add(name);
			this.after.set(name, after);
		});
		this.finishing.set(name, finished);
	}

	/** @param requests that it came to */
	finish(name: string, ...requests: string[]): void {
		this.finishing.get(name)?.(requests);
	}

	/** @returns the earlier requests that the batch is told of */
	async earlierFor(name: string): Promise<string[] | undefined> {
		await this.mayLeave();
		return this.after.get(name);
	}

	async mayLeave(): Promise<string[]> {
		await new Promise((resolve) => setImmediate(resolve));
		return [...this.ready].sort();
	}
}

describe('The order of batches that hold the same contact', () => {
	let batches: Entered;
	beforeEach(() => {
		batches = new Entered();
	});

	it('is none for batches of different contacts: all may leave at once', async () => {
		batches.enter('first', '+525511110001', '+525511110002');
		batches.enter('second', '+525511110003');
		expect(await batches.mayLeave()).toEqual(['first', 'second']);
	});

	it('is none for rows that have no number', async () => {
		batches.enter('first', undefined, undefined);
		batches.enter('second', undefined);
		expect(await batches.mayLeave()).toEqual(['first', 'second']);
	});

	it('makes the later batch wait until the earlier one is finished', async () => {
		batches.enter('first', '+525511110001', '+525511110002');
		batches.enter('second', '+525511110002', '+525511110003');
		expect(await batches.mayLeave()).toEqual(['first']);
		batches.finish('first');
		expect(await batches.mayLeave()).toEqual(['first', 'second']);
	});

	it('lets a chain of three leave one by one', async () => {
		for (const name of ['first', 'second', 'third']) batches.enter(name, '+525511110001');
		expect(await batches.mayLeave()).toEqual(['first']);
		batches.finish('first');
		expect(await batches.mayLeave()).toEqual(['first', 'second']);
		batches.finish('second');
		expect(await batches.mayLeave()).toEqual(['first', 'second', 'third']);
	});

	it('makes a batch wait for every earlier one of which it holds a contact', async () => {
		batches.enter('first', '+525511110001');
		batches.enter('second', '+525511110002');
		batches.enter('third', '+525511110001', '+525511110002');
		batches.finish('second');
		expect(await batches.mayLeave()).toEqual(['first', 'second']);
		batches.finish('first');
		expect(await batches.mayLeave()).toEqual(['first', 'second', 'third']);
	});

	it('does not hold up those behind that share nothing with the one that waits', async () => {
		batches.enter('first', '+525511110001');
		batches.enter('second', '+525511110001', '+525511110002');
		batches.enter('third', '+525511110003');
		batches.enter('fourth', '+525511110002');
		expect(await batches.mayLeave()).toEqual(['first', 'third']);
	});

	it('forgets a contact when the last batch with it is finished, and not before', async () => {
		batches.enter('first', '+525511110001');
		batches.enter('second', '+525511110001');
		batches.finish('first');
		batches.enter('third', '+525511110001');
		expect(await batches.mayLeave()).toEqual(['first', 'second']);
		batches.finish('second');
		batches.finish('third');
		batches.enter('fourth', '+525511110001');
		expect(await batches.mayLeave()).toEqual(['first', 'fourth', 'second', 'third']);
	});

	it('tells a batch the latest requests about its contacts, and no others', async () => {
		batches.enter('first', '+525511110001', '+525511110002');
		batches.enter('second', '+525511110002');
		batches.finish('first', 'key 1');
		expect(await batches.earlierFor('second')).toEqual(['key 1']);
		batches.finish('second', 'key 2.0', 'key 2.1');
		batches.enter('third', '+525511110002', '+525511110001', '+525511110003', undefined);
		expect(await batches.earlierFor('third')).toEqual(['key 2.0 key 2.1', 'key 1']);
	});

	it('does not forget a request because a later batch with the contact was not sent', async () => {
		batches.enter('first', '+525511110001');
		batches.finish('first', 'key 1');
		batches.enter('second', '+525511110001');
		batches.finish('second');
		batches.enter('third', '+525511110001');
		expect(await batches.earlierFor('third')).toEqual(['key 1']);
	});

	it('tells of a request once, though it holds several contacts of the batch', async () => {
		batches.enter('first', '+525511110001', '+525511110002');
		batches.finish('first', 'key 1');
		batches.enter('second', '+525511110001', '+525511110002');
		expect(await batches.earlierFor('second')).toEqual(['key 1']);
	});

	it('is not held up by a contact that stands twice in the batch itself', async () => {
		batches.enter('first', '+525511110001', '+525511110001');
		expect(await batches.mayLeave()).toEqual(['first']);
	});
});
