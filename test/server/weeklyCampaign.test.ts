import type { N8nClient } from '../../scripts/n8n/client';
import { outputItems } from '../../scripts/n8n/runData';
import { expectedCounts } from '../../scripts/statusCounts';
import { n8nPatience, type PackagedN8n, packagedN8n } from './harness/packagedN8n';
import { describeWith, realN8n } from '../requirements';

jest.setTimeout(n8nPatience);

describeWith(realN8n)('the examples with campaigns, in a running n8n', () => {
	let n8n: PackagedN8n;
	let client: N8nClient;
	beforeAll(async () => {
		n8n = await packagedN8n();
		({ client } = await n8n.startServer());
	});
	afterAll(async () => {
		await n8n.end();
	});
	beforeEach(() => {
		n8n.sandbox.reset();
	});

	const campaign = (id: unknown) => n8n.sandbox.state().campaigns.find((one) => one.id === id);
	const runWeekly = async () => await client.runWorkflow('alturWeeklyCampaign', 'Every Monday morning');

	it('creates the campaign of the week, loads the sheet into it and starts it', async () => {
		const before = n8n.sandbox.state().campaigns.length;
		const { status, data } = await runWeekly();
		expect(status).toBe('success');
		expect(n8n.sandbox.state().campaigns).toHaveLength(before + 1);

		const [created] = outputItems(data, 'Create weekly campaign');
		const expected = expectedCounts();
		expect(campaign(created?.id)).toMatchObject({
			name: expect.stringMatching(/^Cobranza \d{4}-W\d\d$/),
			status: 'active',
			timezone: 'America/Mexico_City',
			retries: 2,
			first_message: 'Hola, ¿hablo con {name}?',
			cycles: { mode: 'cooldown', max_iterations: 3, cooldown_minutes: 60, filter_statuses: ['converted'] },
			contactCount: expected.created + expected.updated,
		});
		// Another External ID than in other campaigns, or a call could not be told from theirs.
		const externalIds = campaign(created?.id)?.contacts.map(({ f_id: id }) => id) ?? [];
		expect(externalIds.filter((id) => id !== undefined && !/^C-.*-\d{4}-W\d\d$/.test(id))).toEqual([]);
		expect(new Set(externalIds).size).toBeGreaterThan(expected.created / 2);
		expect(outputItems(data, 'Activate campaign')).toEqual([
			expect.objectContaining({ id: created?.id, status: 'active' }),
		]);
	});

	it('started a second time in the same week, it creates no second campaign and adds nobody twice', async () => {
		const [created] = outputItems((await runWeekly()).data, 'Create weekly campaign');
		const campaigns = n8n.sandbox.state().campaigns.length;
		const contacts = campaign(created?.id)?.contactCount;
		const { status, data } = await runWeekly();
		expect(outputItems(data, 'Create weekly campaign')[0]?.id).toBe(created?.id);
		expect(n8n.sandbox.state().campaigns).toHaveLength(campaigns);
		expect(campaign(created?.id)?.contactCount).toBe(contacts);
		expect(status).toBe('success');
		expect(outputItems(data, 'Activate campaign')).toEqual([
			expect.objectContaining({ id: created?.id, status: 'active' }),
		]);
	});

	it('brings the campaigns of the CRM deals up to date, and hands back the deal of a finished one', async () => {
		const { status, data } = await client.runWorkflow(
			'alturUpdateFromCrm',
			'When clicking ‘Execute workflow’',
		);
		expect(status).toBe('success');
		expect(outputItems(data, 'Brought up to date').map(({ id, name }) => [id, name])).toEqual([
			[1235, 'D-101 - Julio'],
			[1237, 'D-103 - Semana 30'],
		]);
		expect(outputItems(data, 'To look into')).toEqual([
			{
				deal: 'D-102',
				reason: 'Campaign 1238 is finished, and Altur lets nobody change it any more [item 1]',
			},
		]);
		expect(campaign(1235)).toMatchObject({ retries: 1, description: '' });
		expect(n8n.sandbox.requests.map(({ body }) => body)).toContainEqual({
			name: 'D-103 - Semana 30',
			retries: 3,
		});
	});
});
