import { z } from 'zod';
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

	/** @param changed what a person chooses anew before it runs, in the text of the workflow */
	async function run(
		file: string,
		trigger: string,
		pinned: Record<string, Rows>,
		changed = (text: string) => text,
	) {
		const stored = exampleWorkflow(file);
		const { id, ...workflow } = z
			.object({
				id: z.string(),
				name: z.string(),
				nodes: z.array(z.unknown()),
				connections: z.object({}).passthrough(),
			})
			.passthrough()
			.parse(JSON.parse(changed(JSON.stringify(stored))));
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

	const converted = {
		event: 'on_call_end',
		call_id: 'cll_1',
		f_id: 'C-7',
		contact: '+525570000001',
		name: 'Ana López',
		status: 'converted',
		answered_by: 'human',
		started_at: '2026-06-01T15:00:05Z',
		transcript: 'Agent: Hola\nContact: Sí',
		recording_url: 'https://api.altur.io/api/v1.0/call/cll_1/recording',
	};
	const now = () => new Date().toISOString();

	it('Results back into Google Sheets: a call reaches the sheet by its External ID', async () => {
		const data = await run('results-back-into-google-sheets.json', 'A call has ended', {
			'A call has ended': [converted],
			'Write it beside the row': [{}],
		});
		expect(outputItems(data, 'A call has ended')).toEqual([converted]);
		expect(outputItems(data, 'Write it beside the row')).toHaveLength(1);
	});

	it('Task in the CRM when somebody converted: one task for one call', async () => {
		const data = await run('task-in-the-crm-when-somebody-converted.json', 'Somebody converted', {
			'Somebody converted': [converted],
			'Task for tomorrow': [{}],
		});
		expect(outputItems(data, 'Task for tomorrow')).toHaveLength(1);
	});

	it('Reconcile calls every night: the last call of each contact, of those with an External ID', async () => {
		const contact = { id: 7, f_id: 'C-7', phone_number: '+525570000001', status: 'answered' };
		n8n.sandbox.addCall(1236, { id: 'cll_first', created_at: now(), contact });
		await new Promise((resolve) => setTimeout(resolve, 5));
		n8n.sandbox.addCall(1236, { id: 'cll_last', created_at: now(), contact });
		n8n.sandbox.addCall(1236, { id: 'cll_nobody', created_at: now(), contact: { id: 8, f_id: null } });
		n8n.sandbox.addCall(1236, { id: 'cll_old', created_at: '2026-01-01T00:00:00Z' });
		const data = await run('reconcile-calls-every-night.json', 'Every night', {
			'Every night': [{}],
			'Write it beside the row': [{}],
		});
		expect(outputItems(data, 'With an External ID')).toEqual([
			expect.objectContaining({ call_id: 'cll_last', f_id: 'C-7' }),
		]);
	});

	it('Recordings into a folder: the file of the call that ended', async () => {
		const recording = { contentType: 'audio/wav', bytes: Buffer.from('RIFF....WAVE') };
		n8n.sandbox.addCall(1236, { id: 'cll_1', recording });
		const data = await run('recordings-into-a-folder.json', 'A person answered', {
			'A person answered': [converted],
			'Put it into the folder': [{}],
		});
		expect(outputItems(data, 'Get the recording')).toEqual([
			{ call_id: 'cll_1', file_name: 'cll_1.wav', mime_type: 'audio/wav' },
		]);
	});

	it('Pause a campaign whose calls fail: only above the share, and only once there are enough', async () => {
		const { id } = n8n.sandbox.addCampaign({
			id: 5236,
			status: 'active',
			contacts: [{ contact: '+525570000001' }],
		});
		const workflow = exampleWorkflow('pause-a-campaign-whose-calls-fail.json');
		expect(JSON.stringify(workflow)).toContain('"value":"1236"');
		const pinned = { 'Every 15 minutes': [{}], 'Tell the team': [{}] };
		const runForIt = async () =>
			await run('pause-a-campaign-whose-calls-fail.json', 'Every 15 minutes', pinned, (text) =>
				text.replaceAll('"value":"1236"', `"value":"${id}"`),
			);
		const status = () => n8n.sandbox.state().campaigns.find((campaign) => campaign.id === id)?.status;
		const addCalls = (count: number, callStatus: 'ended' | 'failed') => {
			for (let call = 0; call < count; call++)
				n8n.sandbox.addCall(id, { status: callStatus, created_at: now() });
		};
		addCalls(10, 'failed');
		await runForIt();
		expect(status()).toBe('active');
		addCalls(20, 'ended');
		const data = await runForIt();
		expect(outputItems(data, 'How many failed')).toEqual([{ calls: 30, failed: 10, share: 10 / 30 }]);
		expect(status()).toBe('inactive');
	});
});
