import { agentWorkflow } from '../server/harness/agentWorkflow';
import { editorPatience, openDesk, type Desk } from './harness/desk';
import { chromium, describeWith, realN8n } from '../requirements';

jest.setTimeout(editorPatience);

describeWith(realN8n, chromium)('a contact', () => {
	let desk: Desk;
	let credential: { id: string; name: string };
	beforeAll(async () => {
		desk = await openDesk('contacts');
		credential = await desk.storeCredential();
	});
	afterEach(async () => {
		await desk.editor.pictures.take(`end of ${expect.getState().currentTestName ?? ''}`);
	});
	afterAll(async () => {
		await desk.clear();
	});

	it('is deleted by its phone number as people write it', async () => {
		const campaign = desk.sandbox.addCampaign({
			name: 'Wrong people',
			contacts: [{ contact: '+525511112222' }, { contact: '+525533334444' }],
		});
		const { canvas, panel } = desk.editor;
		await canvas.openNew();
		await (await canvas.addFirst()).add('Trigger manually');
		const creator = await canvas.addBehind('When clicking ‘Execute workflow’');
		await creator.addByAction('altur', 'Altur', 'Delete contact');
		await panel.pickFromList('campaignId', 'wrong', 'Wrong people');
		await panel.pickOption('findBy', 'Phone Number');
		await expect(panel.field('contactId').count()).resolves.toBe(0);
		await panel.type('phoneNumber', '55 3333 4444');
		await panel.addOnlyField();
		await panel.execute();
		expect(await panel.output.rows()).toMatchObject([{ deleted: 'true', contact: '+525533334444' }]);
		const { contacts } = desk.sandbox.state().campaigns.find(({ id }) => id === campaign.id) ?? {};
		expect(contacts?.map(({ contact }) => contact)).toEqual(['+525511112222']);
	});

	it('can be deleted by an agent, with a description that people see and change', async () => {
		const parameters = { resource: 'contact', operation: 'delete' };
		const workflow = agentWorkflow(parameters, { altur: credential, model: credential }, 3.1);
		const { canvas, panel } = desk.editor;
		await canvas.open(await desk.client.createWorkflow(workflow));
		await canvas.openNode('Altur');
		const description = panel.field('toolDescription').locator('textarea');
		expect(await description.inputValue()).toMatch(/^Altur: Removes a contact.*only when the user has asked/);
		await panel.pickOption('operation', 'Get');
		expect(await description.inputValue()).toMatch(/^Altur: Read one contact of a campaign/);
	});
});
