import { AlturBench } from '../harness/altur';
import {
	byId,
	campaignParameters,
	createParameters,
	pageAgent,
	pagePhone,
	pageWhatsApp,
} from '../harness/campaignForms';

const mateo = '2f6d0c1e-4b7a-4a53-9c1f-0d9e8b7a6c51';

describe('The lists in the form of a campaign', () => {
	let bench: AlturBench;

	beforeAll(async () => {
		bench = await AlturBench.start({ seed: 'demo', rateLimit: false });
	});
	beforeEach(() => {
		bench.sandbox.reset();
	});
	afterAll(async () => {
		await bench.stop();
	});

	it('offers the agents of the campaigns that exist, by name, each once', async () => {
		expect(await bench.searchList('searchAgents', createParameters())).toEqual({
			results: [
				{ name: 'Mateo - Ventas', value: mateo },
				{ name: 'Sofía - Cobranza', value: pageAgent },
			],
		});
	});

	it('finds an agent by a part of its name', async () => {
		expect(await bench.searchList('searchAgents', createParameters(), 'VENTAS')).toEqual({
			results: [{ name: 'Mateo - Ventas', value: mateo }],
		});
	});

	it.each([
		['phone_call', pageAgent, [{ name: `As in Cobranza semanal (${pagePhone})`, value: pagePhone }]],
		['whatsapp', pageAgent, [{ name: `As in Promo June (${pageWhatsApp})`, value: pageWhatsApp }]],
		['whatsapp', mateo, []],
	])(
		'offers the integrations that %s campaigns of the chosen agent use',
		async (integrationType, agent, results) => {
			const form = createParameters({ integrationType, agentId: byId(agent) });
			expect(await bench.searchList('searchIntegrations', form)).toEqual({ results });
		},
	);

	it('offers the integrations of all agents while the agent is an expression', async () => {
		const form = createParameters({ agentId: byId('={{ $json.agent }}') });
		const { results } = await bench.searchList('searchIntegrations', form, 'iph_');
		expect(results.map(({ value }) => value)).toEqual(['iph_2KdW7pQxN5sJ4mVrT6cE', pagePhone]);
	});

	it('passes over campaigns without an integration', async () => {
		const campaign = { id: 1, name: 'Sin línea', integration: null };
		const body = { success: true, campaign };
		const match = { path: '/campaigns/\\d+$' };
		bench.sandbox.faults.add({ kind: 'status', status: 200, body, match, times: 'always' });
		const form = createParameters({ integrationType: 'phone_call', agentId: byId(pageAgent) });
		expect(await bench.searchList('searchIntegrations', form)).toEqual({ results: [] });
	});

	it('says at once when Altur asks for a longer wait than anybody waits for a list', async () => {
		bench.sandbox.faults.add({ kind: 'tooManyRequests', seconds: 40 });
		await expect(bench.searchList('searchAgents', createParameters())).rejects.toMatchObject({
			message: expect.stringContaining('Altur asks to wait for 40 seconds'),
		});
	});

	it('says in words why a list cannot be filled', async () => {
		bench.sandbox.faults.add({ kind: 'echoAuthorization', times: 'always' });
		await expect(bench.searchList('searchAgents', createParameters())).rejects.toMatchObject({
			message: 'Altur does not accept the API key.',
		});
	});
});

describe('The list of time zones', () => {
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

	const search = async (filter?: string) =>
		(await bench.searchList('searchTimeZones', createParameters(), filter)).results;

	it('goes from west to east, each with its offset of today and its city', async () => {
		const zones = await search();
		expect(zones).toEqual(
			expect.arrayContaining([
				{ name: '(GMT-05:00) Bogota', value: 'America/Bogota' },
				{ name: '(GMT-03:00) Salta, Argentina', value: 'America/Argentina/Salta' },
				{ name: '(GMT+00:00) UTC', value: 'UTC' },
				{ name: '(GMT+04:30) Kabul', value: 'Asia/Kabul' },
			]),
		);
		const hours = zones.map(({ name }) => Number(/GMT([+-]\d\d)/.exec(name)?.[1]));
		expect(hours).toEqual([...hours].sort((a, b) => a - b));
	});

	it.each(['MÉXICO', 'gmt-06:00', 'america/mexico', 'mexico city'])(
		'finds Mexico City by %p',
		async (words) => {
			expect((await search(words)).map(({ value }) => value)).toContain('America/Mexico_City');
		},
	);

	it('begins with the one that most of the campaigns have', async () => {
		for (const timezone of ['America/Lima', 'America/Bogota', 'America/Lima'])
			bench.sandbox.addCampaign({ timezone });
		expect((await search())[0]).toEqual({ name: '(GMT-05:00) Lima - your usual one', value: 'America/Lima' });
		expect((await search('bogo')).map(({ name }) => name)).toEqual(['(GMT-05:00) Bogota']);
	});

	it('has the usual one also by a name of it that Node does not list, and none that is no time zone', async () => {
		const timezone = 'America/Argentina/Buenos_Aires';
		bench.sandbox.addCampaign({ timezone });
		expect((await search())[0]).toEqual({
			name: '(GMT-03:00) Buenos Aires, Argentina - your usual one',
			value: timezone,
		});
		const body = {
			success: true,
			campaigns: [{ id: 1, timezone: 'Nowhere' }],
			pagination: { has_next: false },
		};
		bench.sandbox.faults.add({ kind: 'status', status: 200, body, times: 'always' });
		expect(await search('nowhere')).toEqual([]);
	});

	it('is whole when Altur does not answer, and asks it once', async () => {
		bench.sandbox.faults.add({ kind: 'status', status: 503, body: '', times: 'always' });
		expect((await search('lima')).map(({ name }) => name)).toEqual(['(GMT-05:00) Lima']);
		expect(bench.sandbox.requests).toHaveLength(1);
	});
});

describe('The list of campaigns for a step of one', () => {
	let bench: AlturBench;

	beforeAll(async () => {
		bench = await AlturBench.start({ rateLimit: false });
	});
	beforeEach(() => {
		bench.sandbox.reset();
		const statuses = ['pending', 'active', 'cooldown', 'inactive', 'ready', 'finished', 'active'] as const;
		for (const [index, status] of statuses.entries()) {
			bench.sandbox.addCampaign({ id: index + 1, name: 'Spring', status });
		}
	});
	afterAll(async () => {
		await bench.stop();
	});

	const search = async (operation: string, filter?: string) => {
		const form = campaignParameters(operation, '');
		const { results } = await bench.searchList('searchCampaigns', form, filter);
		return results.map(({ name }) => name.replace('Spring - Phone Call - ', ''));
	};

	it('tells campaigns of one name apart', async () => {
		expect((await search('get')).slice(0, 2)).toEqual(['active - 7', 'finished - 6']);
	});

	it.each([
		['activate', ['pending - 1', 'ready - 5', 'cooldown - 3'], 'active - 7'],
		['pause', ['active - 7', 'active - 2', 'cooldown - 3'], 'finished - 6'],
		['resume', ['inactive - 4'], 'active - 7'],
	])(
		'begins for %s with those that can take it, and has all others behind them',
		async (step, first, next) => {
			const names = await search(step);
			expect(names.slice(0, first.length + 1)).toEqual([...first, next]);
			expect(new Set(names).size).toBe(7);
			expect(names).toHaveLength(7);
		},
	);

	it.each(['archive', 'get', 'update'])('is in the order of Altur for %s', async (operation) => {
		expect((await search(operation)).map((name) => Number(name.split(' - ')[1]))).toEqual([
			7, 6, 5, 4, 3, 2, 1,
		]);
	});

	it('finds by its ID a campaign that cannot take the step', async () => {
		expect(await search('activate', '6')).toEqual(['finished - 6']);
	});

	it('goes on as the person scrolls, also in the middle of a status, and shows each campaign once', async () => {
		for (let more = 0; more < 130; more++) bench.sandbox.addCampaign({ status: 'inactive' });
		for (let more = 0; more < 130; more++) bench.sandbox.addCampaign({ status: 'finished' });
		const form = campaignParameters('resume', '');
		const shown: unknown[] = [];
		let token: string | undefined;
		do {
			const piece = await bench.searchList('searchCampaigns', form, undefined, token);
			shown.push(...piece.results.map(({ value }) => value));
			token = piece.paginationToken === undefined ? undefined : String(piece.paginationToken);
		} while (token !== undefined);
		expect(shown).toHaveLength(267);
		expect(new Set(shown).size).toBe(267);
	});
});
