import { calm, loadAll, wishesFor } from './loadGiven';
import { VirtualClock } from './virtualClock';

describe('A load', () => {
	it('goes as fast as the limit allows though every answer takes two seconds', async () => {
		const clock = new VirtualClock();
		const { altur } = await loadAll(
			{ ...calm, wishes: wishesFor(60), batchSize: 1, latencies: [1000] },
			clock,
		);
		expect(altur.arrivals).toHaveLength(60);
		expect((altur.arrivals.at(-1) ?? 0) - (altur.arrivals[0] ?? 0)).toBeLessThan((59 / 12) * 1000 * 1.05);
		const spans = altur.arrivals.slice(12).map((at, index) => at - (altur.arrivals[index] ?? 0));
		expect(Math.min(...spans)).toBeGreaterThan(1000);
	});

	it('goes as fast though every request could repeat a contact of the one before', async () => {
		const clock = new VirtualClock();
		const contacts = wishesFor(240);
		const wishes = contacts.flatMap((wish, at) => [wish, ...(at % 2 ? [contacts[at - 1] ?? wish] : [])]);
		const { altur } = await loadAll({ ...calm, wishes, batchSize: 2, latencies: [1000] }, clock);
		expect(altur.arrivals).toHaveLength(180);
		const repeatsOfTheEnd = 2000;
		const ideal = (179 / 12) * 1000 + repeatsOfTheEnd;
		expect((altur.arrivals.at(-1) ?? 0) - (altur.arrivals[0] ?? 0)).toBeLessThan(ideal * 1.05);
	});

	it('reads rows only as far ahead as requests can leave', async () => {
		const clock = new VirtualClock();
		const firstAnswer = 200;
		const rowsOfRequestsThatLeftBefore = 6;
		let readWhenFirstAnswered = 0;
		let read = 0;
		await loadAll(
			{
				...calm,
				wishes: wishesFor(300),
				batchSize: 2,
				onRead: () => {
					read++;
					if (clock.now() < firstAnswer) readWhenFirstAnswered = read;
				},
			},
			clock,
		);
		expect(read).toBe(300);
		expect(readWhenFirstAnswered).toBeGreaterThan(rowsOfRequestsThatLeftBefore);
		expect(readWhenFirstAnswered).toBeLessThan(40);
	});

	it('sends rows of one contact one after the other, while others go side by side', async () => {
		const clock = new VirtualClock();
		const [first] = wishesFor(1);
		const wishes = first ? [first, first, ...wishesFor(4).slice(1)] : [];
		const { altur } = await loadAll({ ...calm, wishes, batchSize: 1, latencies: [1000] }, clock);
		const sorted = [...altur.arrivals];
		expect(sorted).toHaveLength(5);
		expect(sorted[3]).toBeLessThan(400);
		expect(sorted[4]).toBeGreaterThanOrEqual(2000);
	});

	it('ends after the first failure, with the rows that it did not send named', async () => {
		const { report } = await loadAll({
			...calm,
			wishes: wishesFor(100),
			batchSize: 2,
			maxRetries: 0,
			plan: ['none', 'error500'],
			latencies: [100],
		});
		expect(report.failed).toMatchObject([{ failure: { kind: 'unavailable' }, itemIndexes: [2, 3] }]);
		expect(report.results.size).toBeLessThan(10);
		const told = [...report.results.keys(), 2, 3, ...report.unsent.flatMap(({ itemIndexes }) => itemIndexes)];
		expect(new Set(told).size).toBe(told.length);
		expect(report.unsent.length).toBeGreaterThan(3);
		expect(told.length).toBeLessThan(60);
	});

	it('does not keep the person waiting for the pauses of other requests when one has failed', async () => {
		const clock = new VirtualClock();
		const { report } = await loadAll(
			{
				...calm,
				wishes: wishesFor(4),
				batchSize: 2,
				plan: ['throttledForThreeMinutes', 'refused'],
				latencies: [500],
			},
			clock,
		);
		expect(clock.now()).toBeLessThan(2000);
		expect(report.failed).toMatchObject([
			{ failure: { kind: 'refused', attempts: 1 }, itemIndexes: [2, 3] },
			{ failure: { kind: 'throttled', attempts: 1 }, itemIndexes: [0, 1] },
		]);
	});

	it('stops when the person does, and says which rows may have arrived', async () => {
		const clock = new VirtualClock();
		const stop = new AbortController();
		const loading = loadAll(
			{
				...calm,
				wishes: wishesFor(400),
				batchSize: 2,
				// The first two requests fail at 1000, and their next try is still to come when the person stops.
				plan: ['brokenAfter', 'brokenBefore'],
				latencies: [500],
				signal: stop.signal,
			},
			clock,
		);
		await clock.sleep(1100);
		stop.abort();
		const { altur, report } = await loading;
		expect(altur.arrivals.length).toBeLessThan(20);
		expect(clock.now()).toBeLessThanOrEqual(2100);

		const inDoubt = report.failed.flatMap(({ itemIndexes }) => itemIndexes);
		expect(report.failed.map(({ failure }) => failure)).toEqual([
			{ kind: 'cancelled', attempts: 1, mayHaveBeenApplied: true },
			{ kind: 'cancelled', attempts: 1, mayHaveBeenApplied: true },
		]);
		expect(inDoubt).toEqual([0, 1, 2, 3]);
		const unsent = report.unsent.flatMap(({ itemIndexes }) => itemIndexes);
		expect(unsent.length).toBeGreaterThan(0);

		const arrived = [...(altur.campaigns.get('1')?.values() ?? [])].map(({ f_id }) => f_id);
		const sure = [...report.results].filter(([, { status }]) => status === 'created').map(([row]) => row);
		expect(sure).toHaveLength((altur.arrivals.length - 2) * 2);
		expect(arrived.sort()).toEqual([0, 1, ...sure].map((row) => `row-${row}`).sort());
		expect(new Set([...sure, ...inDoubt, ...unsent]).size).toBe(sure.length + inDoubt.length + unsent.length);
	});

	it('waits for what is under way before it reports what reading the rows threw', async () => {
		const clock = new VirtualClock();
		const loading = loadAll(
			{
				...calm,
				wishes: wishesFor(10),
				batchSize: 2,
				latencies: [500],
				onRead: (itemIndex) => {
					if (itemIndex === 7) throw new Error('Row 7 cannot be read');
				},
			},
			clock,
		);
		const { report } = await loading;
		expect(report.readingEnded).toEqual({ error: new Error('Row 7 cannot be read') });
		expect(report.results.size).toBe(6);
		expect(clock.now()).toBeGreaterThanOrEqual(1000);
	});
});
