import { startOliAiSandbox, type OliAiSandbox } from '../../../../sandbox/oliai/startOliAiSandbox';
import { sheet, storeWorkflow } from '../../../../test/ui/harness/workflow';
import { editorPatience, openWorkplace, type Workplace } from '../../../../test/ui/harness/workplace';
import { chromium, describeWith, realN8n } from '../../../../test/requirements';

jest.setTimeout(editorPatience);

const rows = [
	{ Mobile: '+91 98765 43210', 'Full name': 'Priya Sharma' },
	{ Mobile: '+919876543211', 'Full name': 'Arjun Rao' },
	{ Mobile: 'abc', 'Full name': 'Anjali Nair' },
];

describeWith(realN8n, chromium)('a newcomer to OliAI', () => {
	let sandbox: OliAiSandbox;
	let workplace: Workplace;
	beforeAll(async () => {
		sandbox = await startOliAiSandbox({ seed: 'demo' });
		workplace = await openWorkplace('oliai');
	});
	afterEach(async () => {
		await workplace.editor.pictures.take(`end of ${expect.getState().currentTestName ?? ''}`);
	});
	afterAll(async () => {
		await workplace.clear();
		await sandbox.close();
	});

	it('sees the credential turn red with a wrong key, and green with the right one', async () => {
		const { credential } = workplace.editor;
		await credential.openNew('OliAI');
		await credential.fill('apiKey', 'wrong-key-1234');
		await credential.choose('environment', 'Other Address');
		await credential.fill('baseUrl', sandbox.baseUrl);
		await credential.save();
		const refusal = await credential.refusal();
		expect(refusal).toContain('Settings > API Keys');
		expect(refusal).not.toContain('wrong-key-1234');
		await credential.fill('apiKey', sandbox.apiKey);
		await credential.save();
		expect(await credential.success()).toContain('Connection tested successfully');
	});

	it('stores the rows of a sheet, puts them into an audience, and reads what became of each', async () => {
		const { canvas, panel, notices, pictures } = workplace.editor;
		await canvas.open(await storeWorkflow(workplace.client, { rows, nodes: [] }));
		const creator = await canvas.addBehind(sheet);
		expect((await creator.find('oliai', 'OliAI'))[0]).toBe('OliAI');
		await creator.addByAction('oliai', 'OliAI', 'Create or update contacts in bulk');
		await panel.dragColumn('Mobile', 'phoneNumber');
		await panel.dragColumn('Full name', 'name');
		await panel.switchOn('addToAudience');
		await panel.pickFromList('audienceId', 'renew', 'Renewals in March');
		await panel.execute();

		expect(await panel.output.hint()).toContain('2 created, 1 failed');
		const results = await panel.output.rows();
		expect(results.map(({ status }) => status)).toEqual(['created', 'created', 'failed']);
		expect(results[2]?.error_message).toContain('Set Default Country, or write the number with +');
		const { contacts, audiences } = sandbox.state();
		expect(contacts.map(({ phoneNumber }) => phoneNumber)).toEqual(['+919876543210', '+919876543211']);
		expect(audiences[0]?.contactIds).toEqual(contacts.map(({ id }) => id));
		await notices.closeAll();
		await pictures.forDocuments('oliai', panel.panel);
	});
});
