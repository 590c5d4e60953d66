import { z } from 'zod';
import { callExamples, exampleWorkflow } from '../../scripts/examples';
import { DataTable } from '../../scripts/n8n/dataTable';
import { editorPatience, openDesk, type Desk } from './harness/desk';
import { chromium, describeWith, realN8n } from '../requirements';

jest.setTimeout(editorPatience);

const people = [
	{ Nombre: 'Ana López', Teléfono: '55 1000 0001', Contexto: 'Vence el viernes', 'ID externo': 'C-1' },
	{ Nombre: 'José Núñez', Teléfono: '55 1000 0002', Contexto: 'Vence el viernes', 'ID externo': 'C-2' },
	{ Nombre: 'Sofía Muñoz', Teléfono: '55 1000 0003', Contexto: 'Vence el lunes', 'ID externo': 'C-3' },
	{ Nombre: 'Raúl Zúñiga', Teléfono: 'no tiene', Contexto: 'Vence el lunes', 'ID externo': 'C-4' },
];
const outcomes = {
	'+525510000001': 'converted',
	'+525510000002': 'voicemail',
	'+525510000003': 'answered',
} as const;

const importable = z.object({
	name: z.string(),
	nodes: z.array(z.unknown()),
	connections: z.object({}).passthrough(),
});

describeWith(realN8n, chromium)('what came of the calls', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk('results', { play: { outcomes, callsPerSecond: 1 }, timeScale: 600 });
	});
	afterEach(async () => {
		await desk.editor.pictures.take(`end of ${expect.getState().currentTestName ?? ''}`);
	});
	afterAll(async () => {
		await desk.clear();
	});

	/** Imports an example, with the person's own credential chosen in it. */
	async function importExample(file: string, credential: string, pinData = {}): Promise<string> {
		const text = JSON.stringify(exampleWorkflow(file)).replaceAll('alturDemoAccount', credential);
		return await desk.client.createWorkflow({ ...importable.parse(JSON.parse(text)), pinData });
	}

	it('stands beside each row of the sheet, in a table of n8n, while the campaign goes on', async () => {
		const { client, editor, sandbox } = desk;
		const { id: credential } = await desk.storeCredential();
		const results = await importExample('what-came-of-each-row.json', credential);
		await editor.canvas.open(results);
		await editor.pictures.take('the workflow that keeps the results');
		await client.publishWorkflow(results);
		sandbox.setWebhook({ url: editor.url + callExamples.results.webhookPath });
		const rows = people.map((json) => ({ json }));
		const pinData = { 'Read the file': [{ json: {} }], 'Rows of the sheet': rows };
		await editor.canvas.open(await importExample('call-the-people-of-a-sheet.json', credential, pinData));
		await editor.pictures.take('the workflow that calls people');
		await editor.canvas.execute();

		const table = await DataTable.named(client.session, callExamples.table);
		while ((await table.countFilled('result')) < 3) await new Promise((resolve) => setTimeout(resolve, 200));
		expect(await table.rows()).toEqual([
			expect.objectContaining({
				external_id: 'C-1',
				loaded: 'created',
				result: 'converted',
				promised_amount: '1200',
			}),
			expect.objectContaining({
				external_id: 'C-2',
				loaded: 'created',
				result: 'voicemail',
				answered_by: 'machine',
			}),
			expect.objectContaining({
				external_id: 'C-3',
				result: 'answered',
				conversation: expect.stringMatching(/^Agent: /),
			}),
			expect.objectContaining({ external_id: 'C-4', loaded: 'failed', result: '' }),
		]);
		await editor.page.goto(`${editor.url}${table.page}`);
		await editor.page.getByText('converted').first().waitFor();
		await editor.notices.closeAll();
		await editor.pictures.forDocuments('results', undefined, 330);
	});
});
