import { DataTable } from '../../scripts/n8n/dataTable';
import { editorPatience, openDesk, type Desk } from './harness/desk';
import { storeSheet, typeIntoEmptyCell } from './harness/sheet';
import { chromium, describeWith, realN8n } from '../requirements';

jest.setTimeout(editorPatience);

describeWith(realN8n, chromium)('a newcomer', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk('newcomer');
		await storeSheet(desk.client, 'Leads');
	});
	afterEach(async () => {
		await desk.editor.pictures.take(`end of ${expect.getState().currentTestName ?? ''}`);
	});
	afterAll(async () => {
		await desk.clear();
	});

	it('sees the credential turn red with a wrong key, and is told where the right one is', async () => {
		const { credential, pictures } = desk.editor;
		await credential.openNew('Altur');
		await pictures.take('new credential');
		await credential.fill('apiKey', 'wrong-key-1234');
		await credential.fill('baseUrl', desk.sandbox.baseUrl);
		await credential.save();
		const refusal = await credential.refusal();
		expect(refusal).toContain('Dashboard > API Keys');
		expect(refusal).not.toContain('wrong-key-1234');
	});

	it('sees it turn green with the right key', async () => {
		const { credential } = desk.editor;
		await credential.fill('apiKey', desk.sandbox.apiKey);
		await credential.save();
		expect(await credential.success()).toContain('Connection tested successfully');
	});

	it('finds the node by what it is for, in two languages', async () => {
		const { canvas } = desk.editor;
		await canvas.openNew();
		await (await canvas.addFirst()).add('Trigger manually');
		await canvas.untilSaved();
		const creator = await canvas.addBehind('When clicking ‘Execute workflow’');
		for (const words of ['phone campaign', 'call contacts', 'cobranza', 'llamadas', 'voice agent']) {
			await creator.search(words);
			expect(await creator.titles('Altur')).toContain('Altur');
		}
	});

	it('gets from an empty canvas to loaded contacts with at most six choices', async () => {
		const { canvas, panel, choices, pictures } = desk.editor;
		await canvas.openNew();
		choices.startOver();
		await (await canvas.addFirst()).add('Trigger manually');
		await canvas.untilSaved();
		const trigger = 'When clicking ‘Execute workflow’';
		await (await canvas.addBehind(trigger)).addByAction('data table', 'Data table', 'Get row(s)');
		await panel.pickFromList('dataTableId', '', 'Leads');
		await panel.execute();
		await pictures.take('the sheet');
		await panel.close();

		const creator = await canvas.addBehind('Get row(s)');
		expect(await creator.find('altur', 'Altur')).toEqual(['Altur']);
		await pictures.take('search for altur');
		await creator.addByAction('altur', 'Altur', 'Add contacts to campaign');
		await pictures.take('a new node');
		await panel.pickFromList('campaignId', 'cobr', 'Cobranza semanal');
		await panel.dragColumn('telefono', 'contact');
		await panel.execute();

		expect(choices.list()).toEqual([
			'node: Trigger manually',
			'node: Data table, Get row(s)',
			'dataTableId: Leads',
			'node: Altur, Add contacts to campaign',
			'campaignId: Cobranza semanal',
			'contact: column telefono',
		]);
		expect(choices.list().length).toBeLessThanOrEqual(6);
		const loaded = desk.sandbox.state().campaigns.find(({ id }) => id === 1236)?.contacts ?? [];
		expect(loaded.map(({ contact }) => contact)).toContain('+525511112222');
	});

	it('reads at a glance what became of the rows', async () => {
		const { panel, notices, pictures } = desk.editor;
		const { output } = panel;
		expect(await output.hint()).toContain('1 created, 1 skipped, 1 failed');
		const rows = await output.rows();
		expect(rows.map(({ status }) => status)).toEqual(['created', 'skipped_duplicate', 'failed']);
		expect(rows[2]?.error_message).toContain('The row has no phone number.');
		await notices.closeAll();
		await pictures.forDocuments('output', panel.panel);
	});

	it('gets from the results to the corrected row, loaded again, with at most six more choices', async () => {
		const { canvas, panel, choices, page, pictures, url } = desk.editor;
		await panel.close();
		const workflow = page.url();
		choices.startOver();
		await page.goto(url + (await DataTable.named(desk.client.session, 'Leads')).page);
		await typeIntoEmptyCell(page, 'Ana Pérez', '+52 55 3333 4444');
		choices.note('the row is corrected in the sheet');
		await pictures.take('the corrected row');
		await page.goto(workflow);
		await canvas.execute();

		expect(choices.list()).toEqual(['the row is corrected in the sheet']);
		expect(choices.list().length).toBeLessThanOrEqual(6);
		await canvas.openNode('Add contacts to campaign');
		expect(await panel.output.hint()).toContain('1 created, 2 skipped');
		const loaded = desk.sandbox.state().campaigns.find(({ id }) => id === 1236)?.contacts ?? [];
		expect(loaded.filter(({ contact }) => contact === '+525533334444')).toHaveLength(1);
		expect(loaded.filter(({ contact }) => contact === '+525511112222')).toHaveLength(1);
	});
});
