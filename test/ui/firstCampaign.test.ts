import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { repository } from '../../scripts/repository';
import { CommunityNodes } from './editor/communityNodes';
import { editorPatience, openDesk, type Desk } from './harness/desk';
import { leads, storeSheet } from './harness/sheet';
import { chromium, describeWith, realN8n } from '../requirements';

jest.setTimeout(editorPatience);

const packageName = z
	.object({ name: z.string() })
	.parse(JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))).name;

/** The five steps of README, each with the picture that it shows there. */
describeWith(realN8n, chromium)('the first campaign, as README tells it', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk('first-campaign');
		await storeSheet(desk.client, 'Customers');
	});
	afterAll(async () => {
		await desk.clear();
	});

	it('begins with the name of the package under Settings > Community nodes', async () => {
		const { page, url, pictures } = desk.editor;
		const dialog = await new CommunityNodes(page, url).prepareInstallation(packageName);
		await pictures.take('1 install');
		await pictures.forDocuments('first-1-install', dialog);
		expect(await dialog.getByRole('button', { name: 'Install', exact: true }).isEnabled()).toBe(true);
	});

	it('goes on with the key, in a credential that n8n tests at once', async () => {
		const { credential, page, pictures } = desk.editor;
		await credential.openNew('Altur');
		await credential.fill('apiKey', desk.sandbox.apiKey);
		await pictures.take('2 credential');
		await pictures.forDocuments('first-2-credential', page.getByTestId('editCredential-modal'));
		await credential.fill('baseUrl', desk.sandbox.baseUrl);
		await credential.save();
		expect(await credential.success()).toContain('Connection tested successfully');
		await pictures.take('2 credential tested');
	});

	it('puts Altur behind the sheet, by one of its actions', async () => {
		const { canvas, panel, page, notices, pictures } = desk.editor;
		await canvas.openNew();
		await (await canvas.addFirst()).add('Trigger manually');
		await canvas.untilSaved();
		await (
			await canvas.addBehind('When clicking ‘Execute workflow’')
		).addByAction('data table', 'Data table', 'Get row(s)');
		await panel.pickFromList('dataTableId', '', 'Customers');
		await panel.execute();
		await panel.close();
		await notices.closeAll();
		const creator = await canvas.addBehind('Get row(s)');
		await creator.find('altur', 'Altur');
		await creator.pick('Altur');
		await creator.titles('Add contacts to campaign');
		await creator.scrollTo('Add contacts to campaign');
		await pictures.take('3 Altur behind the sheet');
		await pictures.forDocuments('first-3-node');
		await creator.pick('Add contacts to campaign');
		await page.getByTestId('ndv').waitFor();
	});

	it('chooses the campaign, and drags the column with the phone numbers', async () => {
		const { panel, notices, pictures } = desk.editor;
		await panel.pickFromList('campaignId', 'cobr', 'Cobranza semanal');
		await panel.dragColumn('telefono', 'contact');
		await panel.dragColumn('nombre', 'name');
		await notices.closeAll();
		await pictures.take('4 campaign and columns');
		await pictures.forDocuments('first-4-columns', panel.panel);
	});

	it('ends with a result for each row', async () => {
		const { panel, notices, pictures } = desk.editor;
		await panel.execute();
		expect(await panel.output.hint()).toContain('1 created, 1 skipped, 1 failed');
		expect(await panel.output.rows()).toHaveLength(leads.length);
		await notices.closeAll();
		await pictures.take('5 results');
		await pictures.forDocuments('first-5-results', panel.panel);
	});
});
