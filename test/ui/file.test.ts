import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { offerText } from '../../scripts/n8n/userFolder';
import { editorPatience, openDesk, type Desk } from './harness/desk';
import { n8nFolder } from './harness/runningN8n';
import { fileForm, storeFileWorkflow } from './harness/workflow';
import { chromium, describeWith, realN8n } from '../requirements';

jest.setTimeout(editorPatience);

/** As Excel saves it in Mexico: semicolons, and one of the four people is in the demo campaign. */
const customers = [
	'Nombre;Teléfono;Notas;Saldo',
	'José Ñúñez;+52 55 1111 2222;Prefiere las mañanas;1200',
	'María López;+525512345678;;80',
	'Ana Pérez;;Pidió una llamada;410',
	'Raúl Zúñiga;55 12;;95',
	'',
].join('\r\n');
const altur = 'Add contacts from file';

const rowsOf = (csv: string) => z.array(z.record(z.string())).parse(parse(csv, { columns: true, bom: true }));

describeWith(realN8n, chromium)('a file of contacts', () => {
	let desk: Desk;
	let credential: { id: string; name: string };
	beforeAll(async () => {
		desk = await openDesk('file');
		credential = await desk.storeCredential();
		offerText(n8nFolder(), 'customers.csv', customers);
	});
	afterEach(async () => {
		await desk.editor.pictures.take(`end of ${expect.getState().currentTestName ?? ''}`);
	});
	afterAll(async () => {
		await desk.clear();
	});

	const stored = () => desk.sandbox.state().campaigns.find(({ id }) => id === 1236)?.contacts ?? [];

	it('gets from an empty canvas into a campaign with at most six choices', async () => {
		const { canvas, panel, choices, notices, pictures } = desk.editor;
		await canvas.openNew();
		choices.startOver();
		await (await canvas.addFirst()).add('Trigger manually');
		await canvas.untilSaved();
		const reader = 'Read/Write Files from Disk';
		await (
			await canvas.addBehind('When clicking ‘Execute workflow’')
		).addByAction('read file', reader, 'Read File(s) From Disk');
		await panel.type('fileSelector', '.n8n-files/customers.csv');
		await panel.execute();
		await panel.close();
		await (await canvas.addBehind(reader)).addByAction('altur', 'Altur', altur);
		await panel.panel.getByText('The usual column titles are recognised').waitFor();
		await panel.pickFromList('campaignId', 'cobr', 'Cobranza semanal');
		await notices.closeAll();
		await pictures.forDocuments('file-form', panel.panel);
		await panel.execute();

		expect(choices.list()).toEqual([
			'node: Trigger manually',
			`node: ${reader}, Read File(s) From Disk`,
			'fileSelector: .n8n-files/customers.csv',
			`node: Altur, ${altur}`,
			'campaignId: Cobranza semanal',
		]);
		expect(stored()).toContainEqual(
			expect.objectContaining({ contact: '+525511112222', name: 'José Ñúñez' }),
		);
	});

	it('comes out as one item with the counts, and with a file of results and one of what failed', async () => {
		const { panel, notices, pictures } = desk.editor;
		const { output } = panel;
		expect(await output.hint()).toMatch(
			/^customers\.csv: 1 created, 1 skipped, 2 failed, in 1 request.* What failed is in the file "failed"/,
		);
		expect(await output.files()).toEqual({
			results: 'customers-results.csv',
			failed: 'customers-failed.csv',
		});
		await notices.closeAll();
		await pictures.forDocuments('file-results', panel.panel);
		const results = rowsOf(await output.download('results'));
		expect(results.map(({ row, status }) => [row, status])).toEqual([
			['2', 'created'],
			['3', 'skipped_duplicate'],
			['4', 'failed'],
			['5', 'failed'],
		]);
		await output.openTable();
		expect(await output.rows()).toMatchObject([{ file: 'customers.csv', rows: '4', created: '1' }]);
	});

	it('is loaded again with its corrected rows, with at most six choices after the results', async () => {
		const { canvas, panel, choices } = desk.editor;
		await panel.close();
		await canvas.openNode(altur);
		choices.startOver();
		const failed = await panel.output.download('failed');
		expect(rowsOf(failed)).toMatchObject([
			{ Nombre: 'Ana Pérez', Teléfono: '', not_loaded_code: 'MISSING_CONTACT' },
			{ Nombre: 'Raúl Zúñiga', Teléfono: '55 12', not_loaded_code: 'INVALID_PHONE_NUMBER' },
		]);
		const corrected = failed
			.replace('Ana Pérez,', 'Ana Pérez,+52 55 3333 4444')
			.replace('55 12', '+525533335555');
		offerText(n8nFolder(), 'customers-failed.csv', corrected);
		choices.note('the rows are corrected, and the file is saved');
		await panel.close();
		await canvas.openNode('Read/Write Files from Disk');
		await panel.type('fileSelector', '.n8n-files/customers-failed.csv');
		await panel.close();
		await canvas.execute();

		expect(choices.list()).toEqual([
			'download: failed',
			'the rows are corrected, and the file is saved',
			'fileSelector: .n8n-files/customers-failed.csv',
		]);
		expect(choices.list().length).toBeLessThanOrEqual(6);
		await canvas.openNode(altur);
		expect(await panel.output.hint()).toMatch(/^customers-failed\.csv: 2 created, in 1 request/);
		expect(stored().map(({ contact }) => contact)).toEqual(
			expect.arrayContaining(['+525533334444', '+525533335555']),
		);
	});

	it('is told by a run that failed where its files are, and a click brings them', async () => {
		const { canvas, panel, notices, pictures } = desk.editor;
		desk.sandbox.faults.add({ kind: 'status', status: 503, body: '', skip: 1, times: 'always' });
		const parameters = fileForm({
			ifDuplicate: 'update',
			defaultCountry: 'MX',
			options: { batchSize: 2, maxRetries: 0, requestsPerSecond: 1 },
		});
		const workflow = { name: altur, parameters, credential };
		await canvas.open(await storeFileWorkflow(desk.client, '.n8n-files/customers.csv', workflow));
		await canvas.openNode(altur);
		const { title, description } = await panel.executeBadly();
		expect(title).toContain('[rows 4 to 5 of customers.csv]');
		expect(description).toMatch(
			/What became of each row.*: customers-results\.csv, customers-failed\.csv\.$/,
		);
		await notices.closeAll();
		await pictures.forDocuments('file-error', panel.panel);
		const failed = rowsOf(await panel.output.downloadLink('customers-failed.csv'));
		expect(failed.map(({ Nombre, not_loaded_code: code }) => [Nombre, code])).toEqual([
			['Ana Pérez', 'UNAVAILABLE'],
			['Raúl Zúñiga', 'UNAVAILABLE'],
		]);
		const results = rowsOf(await panel.output.downloadLink('customers-results.csv'));
		expect(results.map(({ status }) => status)).toEqual(['updated', 'updated', 'failed', 'failed']);
	});
});
