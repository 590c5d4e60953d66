import {
	startOctopushSandbox,
	type OctopushSandbox,
} from '../../../../sandbox/octopush/startOctopushSandbox';
import { sheet, storeWorkflow } from '../../../../test/ui/harness/workflow';
import { editorPatience, openWorkplace, type Workplace } from '../../../../test/ui/harness/workplace';
import { chromium, describeWith, realN8n } from '../../../../test/requirements';

jest.setTimeout(editorPatience);

const rows = [
	{ Téléphone: '+33 6 12 34 56 78', Prénom: 'Axelle' },
	{ Téléphone: '+33612345679', Prénom: 'Noé' },
	{ Téléphone: 'abc', Prénom: 'Zoé' },
];

describeWith(realN8n, chromium)('a newcomer to Octopush', () => {
	let sandbox: OctopushSandbox;
	let workplace: Workplace;
	beforeAll(async () => {
		sandbox = await startOctopushSandbox({ seed: 'demo' });
		workplace = await openWorkplace('octopush');
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
		await credential.openNew('Octopush');
		await credential.fill('apiLogin', sandbox.apiLogin);
		await credential.fill('apiKey', 'wrong-key-1234');
		await credential.fill('baseUrl', sandbox.baseUrl);
		await credential.save();
		const refusal = await credential.refusal();
		expect(refusal).toContain('does not accept this login and key');
		expect(refusal).not.toContain('wrong-key-1234');
		await credential.fill('apiKey', sandbox.apiKey);
		await credential.save();
		expect(await credential.success()).toContain('Connection tested successfully');
	});

	it('adds the rows of a sheet to a list, and reads what became of each', async () => {
		const { canvas, panel, notices, pictures } = workplace.editor;
		await canvas.open(await storeWorkflow(workplace.client, { rows, nodes: [] }));
		const creator = await canvas.addBehind(sheet);
		expect(await creator.find('octopush', 'Octopush')).toEqual(['Octopush']);
		await creator.addByAction('octopush', 'Octopush', 'Add contacts');
		await panel.dragColumn('Téléphone', 'phone_number');
		await panel.type('listName', 'my_list');
		await panel.execute();

		expect(await panel.output.hint()).toContain('2 added, 1 failed, in 1 request');
		const results = await panel.output.rows();
		expect(results.map(({ status }) => status)).toEqual(['added', 'added', 'failed']);
		expect(results[2]?.error_message).toContain('abc');
		expect(sandbox.state().contacts).toMatchObject([
			{ phone_number: '+33612345678', lists: ['my_list'] },
			{ phone_number: '+33612345679', lists: ['my_list'] },
		]);
		await notices.closeAll();
		await pictures.forDocuments('octopush', panel.panel);
	});
});
