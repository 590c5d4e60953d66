import fc from '../../properties';
import { contactOf, loadAll, statusesOf, type Wish } from './loadGiven';
import { faults, ModelAltur } from './modelAltur';

/** 400 loads are a few seconds of work, and more on a machine that is busy with something else. */
jest.setTimeout(60_000);

const phones = Array.from({ length: 9 }, (_, index) => `+52551234567${index}`);
const wish = fc.record<Wish>({
	campaignId: fc.constantFrom('1', '1', '2'),
	ifDuplicate: fc.constantFrom('skip', 'update'),
	phone: fc.constantFrom(...phones, '', 'abc', '5.21E+11'),
});
const scenario = fc.record({
	wishes: fc.array(wish, { maxLength: 70 }),
	batchSize: fc.integer({ min: 1, max: 12 }),
	mostRows: fc.constantFrom(1, 3, 1000, 1000),
	plan: fc.array(fc.constantFrom(...faults), { maxLength: 12 }),
	latencies: fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 8 }),
});

// On a busy machine hundreds of loads take longer than jest's five seconds.
jest.setTimeout(60_000);

describe('A load', () => {
	it('leaves Altur as if the rows had come one by one, whatever goes wrong on the way', async () => {
		await fc.assert(
			fc.asyncProperty(scenario, async (given) => {
				const { altur, report } = await loadAll(given);
				const reference = new ModelAltur();
				const expected = given.wishes.map(({ campaignId, ifDuplicate, phone }, index) =>
					phone.includes('E')
						? 'failed'
						: reference.addOne(campaignId, contactOf(phone, index), ifDuplicate === 'update'),
				);
				expect(report.failed).toEqual([]);
				expect(statusesOf(report, given.wishes.length)).toEqual(expected);
				expect(report.results.size).toBe(given.wishes.length);
				expect(altur.campaigns).toEqual(reference.campaigns);
				expect([...altur.creations.values()].every((times) => times === 1)).toBe(true);
			}),
			{
				numRuns: Number(process.env.FAST_CHECK_RUNS ?? 400),
				seed: Number(process.env.FAST_CHECK_SEED ?? 41),
			},
		);
	});
});

describe('A row that Altur blames on itself', () => {
	it('does not undo the later row of its contact that came through', async () => {
		const wishes = [0, 1, 2].map((): Wish => ({
			campaignId: '1',
			ifDuplicate: 'update',
			phone: '+525512345678',
		}));
		const { altur, report } = await loadAll({
			wishes,
			batchSize: 3,
			mostRows: 1000,
			plan: ['none', 'rowErrors'],
			latencies: [0],
		});
		expect(statusesOf(report, 3)).toEqual(['created', 'updated', 'updated']);
		expect(altur.campaigns.get('1')?.get('+525512345678')?.f_id).toBe('row-2');
	});
});
