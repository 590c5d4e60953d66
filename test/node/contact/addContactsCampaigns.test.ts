import { AlturBench, addParameters } from '../harness/altur';
import { pageWhatsApp } from '../harness/campaignForms';

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

	const whatsApp = { id: pageWhatsApp, type: 'whatsapp' } as const;
	const seconds = (count: number) => new Date(Date.UTC(2026, 5, 1, 9, 0, count)).toISOString();

	it('shows name, channel, status and ID, the newest first', async () => {
		bench.sandbox.addCampaign({ id: 1041, name: 'Cobranza marzo', status: 'active' });
		bench.sandbox.addCampaign({ id: 1042, name: 'Promo June', integration: whatsApp });
		bench.sandbox.addCampaign({ id: 1043, name: 'Reactivación' });
		expect((await search()).results).toEqual([
			{ name: 'Reactivación - Phone Call - pending - 1043', value: '1043' },
			{ name: 'Promo June - WhatsApp - pending - 1042', value: '1042' },
			{ name: 'Cobranza marzo - Phone Call - active - 1041', value: '1041' },
		]);
	});

	it('shows a campaign whose channel Altur does not tell without it', async () => {
		bench.sandbox.addCampaign({ id: 1041, name: 'Cobranza' });
		const page = { campaigns: [], pagination: { has_next: false } };
		bench.sandbox.faults.add({ kind: 'status', status: 200, body: page, skip: 1, times: 'always' });
		expect(await names()).toEqual(['Cobranza - pending - 1041']);
		bench.sandbox.faults.clear();
		const undated = { campaigns: [{ id: 5, name: 'Sin fecha' }], pagination: { has_next: false } };
		bench.sandbox.faults.add({ kind: 'status', status: 200, body: undated });
		expect(await names()).toEqual(['Sin fecha - 5']);
	});

	it.each([400, 403, 404, 429, 500])(
		'comes without channels when Altur does not tell them: HTTP %i',
		async (status) => {
			bench.sandbox.addCampaign({ id: 1041, name: 'Cobranza' });
			const body = { integration: ['Not now.'] };
			const headers = { 'retry-after': '1' };
			bench.sandbox.faults.add({ kind: 'status', status, body, headers, skip: 1, times: 'always' });
			expect(await names()).toEqual(['Cobranza - pending - 1041']);
			expect(bench.sandbox.requests).toHaveLength(3);
		},
	);

	it('shows campaigns of which Altur tells little, and asks for their channels once', async () => {
		const campaigns = [
			{ id: 8, name: null, status: null, created_at: '2026-06-01T09:00:00.123456-06:00', archived: null },
			{ id: '9', name: 'Texto', status: 'active', created_at: 'not a date' },
			{ id: null, name: 'Nobody' },
		];
		const pagination = { has_next: false };
		bench.sandbox.faults.add({ kind: 'status', status: 200, body: { campaigns, pagination } });
		const whatsApp = { campaigns: [{ id: 8 }], pagination };
		const match = { path: '/campaigns$' };
		bench.sandbox.faults.add({
			kind: 'status',
			status: 200,
			body: { campaigns: [], pagination },
			match,
			skip: 1,
		});
		bench.sandbox.faults.add({ kind: 'status', status: 200, body: whatsApp, match, skip: 2 });
		expect((await search()).results).toEqual([
			{ name: 'Campaign - WhatsApp - 8', value: '8' },
			{ name: 'Texto - active - 9', value: '9' },
		]);
		expect(bench.sandbox.requests).toHaveLength(3);
	});

	it('finds a campaign with the word "archived" in its name', async () => {
		bench.sandbox.addCampaign({ id: 1041, name: 'Archived leads 2025' });
		bench.sandbox.addCampaign({ id: 1042, name: 'Cobranza 2025', archived: true });
		expect(await names('archived leads')).toEqual(['Archived leads 2025 - Phone Call - pending - 1041']);
		expect(await names('cobranza archived 2025')).toEqual([
			'Cobranza 2025 - Phone Call - pending - archived - 1042',
		]);
	});

	it('shows archived campaigns, and no others, when the person types "archived"', async () => {
		bench.sandbox.addCampaign({ id: 1041, name: 'Cobranza 2025', status: 'finished', archived: true });
		bench.sandbox.addCampaign({ id: 1042, name: 'Cobranza 2026' });
		bench.sandbox.addCampaign({ id: 1043, name: 'Promo 2025', integration: whatsApp, archived: true });
		expect(await names()).toEqual(['Cobranza 2026 - Phone Call - pending - 1042']);
		expect(await names('Archived')).toEqual([
			'Promo 2025 - WhatsApp - pending - archived - 1043',
			'Cobranza 2025 - Phone Call - finished - archived - 1041',
		]);
		expect(await names('archived cobranza')).toEqual([
			'Cobranza 2025 - Phone Call - finished - archived - 1041',
		]);
	});

	it('finds a campaign by a part of its name in any case, or by its ID', async () => {
		bench.sandbox.addCampaign({ id: 1041, name: 'Cobranza marzo' });
		bench.sandbox.addCampaign({ id: 1042, name: 'Reactivación' });
		expect(await names('COBRA')).toEqual(['Cobranza marzo - Phone Call - pending - 1041']);
		expect(await names(' 1042 ')).toEqual(['Reactivación - Phone Call - pending - 1042']);
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

	it('finds the oldest of 1,500 campaigns, on page 15, and shows the channels of each page', async () => {
		bench.sandbox.addCampaign({ name: 'The oldest one', created_at: seconds(0) });
		for (let number = 1; number < 1500; number++) {
			const integration = number % 2 === 0 ? whatsApp : undefined;
			bench.sandbox.addCampaign({ name: `Campaign ${number}`, created_at: seconds(number), integration });
		}
		expect(await names('oldest')).toEqual([
			expect.stringMatching(/^The oldest one - Phone Call - pending - \d+$/),
		]);
		expect(bench.sandbox.requests).toHaveLength(15 + 2);
		const shown = (await names()).map((name) => name.replace(/ - \d+$/, ''));
		expect(shown.slice(0, 2)).toEqual([
			'Campaign 1499 - Phone Call - pending',
			'Campaign 1498 - WhatsApp - pending',
		]);
		expect(shown.filter((name) => name.includes('Phone Call'))).toHaveLength(50);
		expect(shown.filter((name) => name.includes('WhatsApp'))).toHaveLength(50);
	});

	it('says that Altur does not accept the key', async () => {
		bench.sandbox.faults.add({ kind: 'echoAuthorization' });
		await expect(search()).rejects.toThrow('Altur does not accept the API key');
	});
});
