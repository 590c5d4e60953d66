import { AlturBench, addParameters } from '../harness/altur';

describe('The list of campaigns in the form', () => {
	let bench: AlturBench;

	beforeAll(async () => {
		bench = await AlturBench.start({ rateLimit: false });
	});
	beforeEach(() => {
		bench.sandbox.reset();
	});
	afterAll(async () => {
		await bench.stop();
	});

	const search = (filter?: string, token?: unknown) =>
		bench.searchList(
			'searchCampaigns',
			addParameters(''),
			filter,
			token === undefined ? undefined : String(token),
		);
	const names = async (filter?: string) => (await search(filter)).results.map(({ name }) => name);

	it('shows name and status, the newest first', async () => {
		bench.sandbox.addCampaign({ id: 1041, name: 'Cobranza marzo', status: 'active' });
		bench.sandbox.addCampaign({ id: 1042, name: 'Reactivación' });
		expect((await search()).results).toEqual([
			{ name: 'Reactivación (pending)', value: '1042' },
			{ name: 'Cobranza marzo (active)', value: '1041' },
		]);
	});

	it('finds a campaign by a part of its name in any case, or by its ID', async () => {
		bench.sandbox.addCampaign({ id: 1041, name: 'Cobranza marzo' });
		bench.sandbox.addCampaign({ id: 1042, name: 'Reactivación' });
		expect(await names('COBRA')).toEqual(['Cobranza marzo (pending)']);
		expect(await names(' 1042 ')).toEqual(['Reactivación (pending)']);
		expect(await names('nobody')).toEqual([]);
	});

	it('goes on page by page as the person scrolls', async () => {
		for (let number = 1; number <= 250; number++) bench.sandbox.addCampaign({ name: `Campaign ${number}` });
		const first = await search();
		const second = await search(undefined, first.paginationToken);
		const third = await search(undefined, second.paginationToken);
		expect([first, second, third].map(({ results }) => results.length)).toEqual([100, 100, 50]);
		expect(third.paginationToken).toBeUndefined();
		const shown = [first, second, third].flatMap(({ results }) => results.map(({ value }) => value));
		expect(new Set(shown).size).toBe(250);
	});

	it('looks through several pages for a name', async () => {
		bench.sandbox.addCampaign({ name: 'The oldest one' });
		for (let number = 1; number <= 250; number++) bench.sandbox.addCampaign({ name: `Campaign ${number}` });
		expect(await names('oldest')).toEqual(['The oldest one (pending)']);
		expect(bench.sandbox.requests).toHaveLength(3);
	});

	it('says that Altur does not accept the key', async () => {
		bench.sandbox.faults.add({ kind: 'echoAuthorization' });
		await expect(search()).rejects.toThrow('Altur does not accept the API key');
	});
});
