import { AlturBench } from '../harness/altur';
import { byId, createParameters, pageAgent, pagePhone, pageWhatsApp } from '../harness/campaignForms';

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
