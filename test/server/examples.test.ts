import { exampleWorkflow } from '../../scripts/examples';
import type { N8nClient } from '../../scripts/n8n/client';
import { outputItems } from '../../scripts/n8n/runData';
import { n8nPatience, type PackagedN8n, packagedN8n } from './harness/packagedN8n';
import { describeWith, realN8n } from '../requirements';

jest.setTimeout(n8nPatience);

type Rows = Array<Record<string, unknown>>;

const leads = [
	{ row_number: 2, Nombre: 'Ana López', Teléfono: '55 7000 0001', Saldo: 1200 },
	{ row_number: 3, Nombre: 'José Núñez', Teléfono: 'abc', Saldo: 300 },
];

/** The examples that need an account elsewhere: what comes from there, and goes there, is pinned. */
describeWith(realN8n)('the examples with outside accounts, in a running n8n', () => {
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

	async function run(file: string, trigger: string, pinned: Record<string, Rows>) {
		const { id, ...workflow } = exampleWorkflow(file);
		const pinData = Object.fromEntries(
			Object.entries(pinned).map(([node, rows]) => [node, rows.map((json) => ({ json }))]),
		);
		const { status, data } = await client.runWorkflow(
			await client.createWorkflow({ ...workflow, name: `${workflow.name} ${id}`, pinData }),
			trigger,
		);
		expect(data.resultData.error?.message).toBeUndefined();
		expect(status).toBe('success');
		return data;
	}

	it('Google Sheets to campaign: each row comes back with its row number and its status', async () => {
		const data = await run('google-sheets-to-campaign.json', 'Every morning', {
			'Every morning': [{}],
			'New leads': leads,
			'Write the status back': [{}],
		});
		expect(outputItems(data, 'Add to campaign')).toEqual([
			expect.objectContaining({ row_number: 2, altur: expect.objectContaining({ status: 'created' }) }),
			expect.objectContaining({ row_number: 3, altur: expect.objectContaining({ status: 'failed' }) }),
		]);
	});

	it('CRM webhook to campaign: the contact is added as the CRM sends it', async () => {
		const body = { id: 'deal-7', name: 'Ana López', phone: '+525570000001', deal: 'Renewal', amount: 900 };
		const data = await run('crm-webhook-to-campaign.json', 'A deal enters the stage', {
			'A deal enters the stage': [{ body }],
			'Answer the CRM': [{}],
		});
		expect(outputItems(data, 'Add to campaign')).toEqual([
			expect.objectContaining({ status: 'created', contact: '+525570000001', f_id: 'deal-7' }),
		]);
		const stored = n8n.sandbox.state().campaigns.flatMap(({ contacts }) => contacts);
		expect(stored).toContainEqual(
			expect.objectContaining({ context: 'Deal Renewal', extracted_data: { amount: '900' } }),
		);
	});

	it('Retry the failed rows only: what failed goes out again, repaired', async () => {
		const oldPrefix = { Nombre: 'Eva Ruiz', Teléfono: '0445570000001' };
		const data = await run('retry-the-failed-rows.json', 'When clicking ‘Execute workflow’', {
			'All leads': [{ Nombre: 'Ana López', Teléfono: '+525570000002' }, oldPrefix],
		});
		expect(outputItems(data, 'First try', 0)).toHaveLength(1);
		expect(outputItems(data, 'Second try')).toEqual([
			expect.objectContaining({ status: 'created', contact: '+525570000001' }),
		]);
	});

	it('Tell me about refused rows: one message names them all, with the reason', async () => {
		const data = await run('tell-me-about-refused-rows.json', 'When clicking ‘Execute workflow’', {
			'All leads': leads,
			'Tell the team': [{}],
		});
		expect(outputItems(data, 'Loaded')).toHaveLength(1);
		const [message] = outputItems(data, 'One message of all');
		expect(message).toMatchObject({ count: 1 });
		expect(message?.text).toMatch(/^José Núñez \(abc\): Altur does not take "abc" as a phone number/);
	});
});
