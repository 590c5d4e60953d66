import type { Progress } from '../../../bulk/progress';
import { calm, loadAll, wishesFor, type Given } from './loadGiven';

/** What a load tells of its progress. */
async function progressOf(given: Partial<Given>): Promise<Progress[]> {
	const told: Progress[] = [];
	await loadAll({
		...calm,
		wishes: wishesFor(6),
		batchSize: 2,
		...given,
		onProgress: (one) => told.push(one),
	});
	return told;
}

describe('The progress of a load', () => {
	it('is told whenever a batch has ended, with the rows whose end is known', async () => {
		expect(await progressOf({})).toEqual([
			{ settled: 2, failed: 0 },
			{ settled: 4, failed: 0 },
			{ settled: 6, failed: 0 },
		]);
	});

	it('counts rows that are refused before they are sent', async () => {
		const wishes = wishesFor(5).map((wish, index) => (index === 1 ? { ...wish, phone: '5.2E+11' } : wish));
		expect((await progressOf({ wishes })).at(-1)).toEqual({ settled: 5, failed: 1 });
	});

	it('counts the rows of a request that finally failed', async () => {
		const told = await progressOf({ plan: ['refused'], goesOn: true });
		expect(told.at(-1)).toEqual({ settled: 6, failed: 2 });
	});

	it('is told too when a request has to wait before it is sent again, with the reason', async () => {
		const [first] = await progressOf({ wishes: wishesFor(1), plan: ['throttledForTwoSeconds'] });
		expect(first).toEqual({ settled: 0, failed: 0, wait: { milliseconds: 2000, why: 'throttled' } });
	});
});
