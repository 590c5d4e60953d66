import fc from '../../properties';
import { calm, loadAll, wishesFor, type Wish } from './loadGiven';
import { ModelAltur } from './modelAltur';

const phone = '+525512345678';
const update = (name: string, number = phone): Wish => ({
	campaignId: '1',
	ifDuplicate: 'update',
	phone: number,
	name,
});
const nameIn = (altur: ModelAltur, number = phone) => altur.campaigns.get('1')?.get(number)?.name;

jest.setTimeout(60_000);

describe('A load that repeats one which Altur has answered already', () => {
	it('ends on the last row of a contact though only an earlier batch has changed', async () => {
		const altur = new ModelAltur();
		const [other] = wishesFor(1);
		const rows = (balance: string) => [
			...(other ? [{ ...other, name: balance }] : []),
			update('first'),
			update('last'),
		];
		await loadAll({ ...calm, altur, wishes: rows('100'), batchSize: 2 });
		await loadAll({ ...calm, altur, wishes: rows('200'), batchSize: 2 });
		expect(nameIn(altur)).toBe('last');
		expect(altur.campaigns.get('1')?.get('+525500000000')?.name).toBe('200');
	});

	it('ends on the last row when the first one was written in another way before', async () => {
		const altur = new ModelAltur();
		const written = (first: string) => [update('first', first), update('last')];
		await loadAll({ ...calm, altur, wishes: written('5512345678'), batchSize: 1 });
		await loadAll({ ...calm, altur, wishes: written(phone), batchSize: 1 });
		expect(nameIn(altur)).toBe('last');
	});

	it('ends on the last row when an earlier one, which Altur could not store then, is stored now', async () => {
		const altur = new ModelAltur();
		const wishes = [update('first'), update('last')];
		const given = { ...calm, altur, wishes, batchSize: 1, goesOn: true, maxRetries: 1 };
		await loadAll({ ...given, plan: ['rowErrors', 'error500', 'error500'] });
		expect(nameIn(altur)).toBe('last');
		await loadAll(given);
		expect(nameIn(altur)).toBe('last');
	});

	it('sends nothing again when nothing has changed', async () => {
		const altur = new ModelAltur();
		const wishes = [update('first'), update('last'), ...wishesFor(5)];
		const first = await loadAll({ ...calm, altur, wishes, batchSize: 2 });
		const again = await loadAll({ ...calm, altur, wishes, batchSize: 2 });
		expect([...again.report.results]).toEqual([...first.report.results]);
	});

	it('leaves every contact as the last of its rows says, whatever has changed in other rows', async () => {
		const rows = fc.array(
			fc.record({ contact: fc.nat({ max: 6 }), hasChanged: fc.boolean(), wasSpelledOtherwise: fc.boolean() }),
			{ minLength: 1, maxLength: 40 },
		);
		await fc.assert(
			fc.asyncProperty(rows, fc.integer({ min: 1, max: 6 }), async (list, batchSize) => {
				const altur = new ModelAltur();
				const load = async (time: string) =>
					await loadAll({
						...calm,
						altur,
						batchSize,
						wishes: list.map(({ contact, hasChanged, wasSpelledOtherwise }, index) =>
							update(
								`${index}${hasChanged ? ` ${time}` : ''}`,
								`${wasSpelledOtherwise && time === 'first' ? '' : '+52'}551234560${contact}`,
							),
						),
					});
				await load('first');
				await load('second');
				const expected = new Map(
					list.map(({ contact, hasChanged }, index) => [
						`+52551234560${contact}`,
						`${index}${hasChanged ? ' second' : ''}`,
					]),
				);
				const stored = [...(altur.campaigns.get('1')?.values() ?? [])].filter(({ contact }) =>
					contact.startsWith('+'),
				);
				expect(new Map(stored.map(({ contact, name }) => [contact, name]))).toEqual(expected);
			}),
			{ numRuns: Number(process.env.FAST_CHECK_RUNS ?? 100), seed: Number(process.env.FAST_CHECK_SEED ?? 7) },
		);
	});
});
