import { editorPatience, openDesk, type Desk } from './harness/desk';
import { chromium, describeWith, realN8n } from '../requirements';

jest.setTimeout(editorPatience);

describeWith(realN8n, chromium)('a campaign', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk('campaigns');
		await desk.storeCredential();
	});
	afterEach(async () => {
		await desk.editor.pictures.take(`end of ${expect.getState().currentTestName ?? ''}`);
	});
	afterAll(async () => {
		await desk.clear();
	});

	async function addNode(action: string): Promise<void> {
		const { canvas } = desk.editor;
		await canvas.openNew();
		await (await canvas.addFirst()).add('Trigger manually');
		const creator = await canvas.addBehind('When clicking ‘Execute workflow’');
		await creator.addByAction('altur', 'Altur', action);
	}
	const newest = () => desk.sandbox.state().campaigns.reduce((a, b) => (b.id > a.id ? b : a));

	it('by phone is created with a weekly schedule and cycles', async () => {
		const { panel, pictures, notices } = desk.editor;
		await addNode('Create campaign');
		await panel.type('name', 'Autumn reactivation');
		await panel.pickFromList('agentId', 'sof', 'Sofía');
		await panel.pickFromList('integrationId', '', 'As in Cobranza semanal');
		await panel.addGroup('scheduling');
		await panel.type('stopTime', '17:30');
		await panel.addGroup('cycles');
		await panel.type('maxIterations', '2');
		await panel.addField('First Message');
		await panel.type('firstMessage', 'Hi, am I speaking with {name}?');
		await panel.execute();
		const [row] = await panel.output.rows();
		expect(row).toMatchObject({ name: 'Autumn reactivation' });
		expect(newest()).toMatchObject({
			name: 'Autumn reactivation',
			first_message: 'Hi, am I speaking with {name}?',
			cycles: { enabled: true, mode: 'cooldown', max_iterations: 2, cooldown_minutes: 60 },
		});
		expect(JSON.stringify(newest().scheduling)).toContain('17:30');
		await notices.closeAll();
		await pictures.forDocuments('create-campaign', panel.form, 1650);
	});

	it('by WhatsApp is created without the fields of a phone campaign in the way', async () => {
		const { panel } = desk.editor;
		await addNode('Create campaign');
		await panel.pickOption('integrationType', 'WhatsApp');
		await expect(panel.field('cycles').count()).resolves.toBe(0);
		await panel.type('name', 'Autumn promo');
		await panel.pickFromList('agentId', 'sof', 'Sofía');
		await panel.pickFromList('integrationId', '', 'As in Promo June');
		await panel.addField('Template');
		await panel.type('template', 'promo_autumn_v1');
		await panel.execute();
		expect(newest()).toMatchObject({ name: 'Autumn promo', template: 'promo_autumn_v1' });
	});

	it('is updated: only what was added to the form changes', async () => {
		const { panel, pictures, notices } = desk.editor;
		await addNode('Update campaign');
		await panel.pickFromList('campaignId', 'q2', 'Q2 Reactivation');
		await panel.addField('Retries');
		await panel.type('retries', '3');
		await panel.execute();
		const updated = desk.sandbox.state().campaigns.find(({ id }) => id === 1234);
		expect(updated).toMatchObject({
			name: 'Q2 Reactivation',
			retries: 3,
			first_message: 'Hi, am I speaking with {name}?',
		});
		await notices.closeAll();
		await pictures.forDocuments('update-campaign', panel.form, 1000);
	});
});
