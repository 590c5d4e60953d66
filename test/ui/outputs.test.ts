import { editorPatience, openDesk, type Desk } from './harness/desk';
import { addForm, storeWorkflow } from './harness/workflow';
import { chromium, describeWith, realN8n } from '../requirements';

jest.setTimeout(editorPatience);

const rows = [
	{ Teléfono: '+52 55 1111 2222', Nombre: 'José Ñúñez', Saldo: 1200 },
	{ Teléfono: '+52 55 3333 4444', Nombre: 'Lucía Gómez', Saldo: 310 },
	{ Teléfono: '+525512345678', Nombre: 'María López', Saldo: 80 },
	{ Teléfono: '', Nombre: 'Ana Pérez', Saldo: 410 },
];
const altur = 'Add contacts to campaign';
const branches = ['Created', 'Updated', 'Skipped', 'Failed'];
const behind = ['Thank them', 'Note the change', 'Nothing to do', 'Correct the sheet'];

describeWith(realN8n, chromium)('the outputs of the node', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk('outputs');
		const credential = await desk.storeCredential();
		const parameters = addForm({ contact: '={{ $json["Teléfono"] }}', name: '={{ $json.Nombre }}' });
		const nodes = [{ name: altur, parameters, credential }];
		await desk.editor.canvas.open(await storeWorkflow(desk.client, { rows, nodes, behind }));
	});
	afterEach(async () => {
		await desk.editor.pictures.take(`end of ${expect.getState().currentTestName ?? ''}`);
	});
	afterAll(async () => {
		await desk.clear();
	});

	it('are four named branches after a choice in the form, and each can be connected', async () => {
		const { canvas, panel, notices, pictures } = desk.editor;
		await canvas.openNode(altur);
		await panel.pickOption('output', 'Separate Branches');
		await panel.close();
		await canvas.showAll();
		expect(await canvas.outputLabels(altur)).toEqual(branches);

		for (const [output, target] of behind.entries()) await canvas.connect(altur, output, target);
		await canvas.execute();
		expect(await canvas.itemsAt(altur, 'Thank them')).toBe('2 items');
		expect(await canvas.itemsAt(altur, 'Nothing to do')).toBe('1 item');
		expect(await canvas.itemsAt(altur, 'Correct the sheet')).toBe('1 item');

		await notices.closeAll();
		await canvas.showAll();
		await pictures.forDocuments('workflow');
		await desk.editor.theme('dark');
		await canvas.untilIcon(altur, 'altur.dark.svg');
		await pictures.forDocuments('workflow-dark');
		await desk.editor.theme('light');
	});

	it('let a refused row leave at the error output with the reason and its own columns', async () => {
		const { canvas, panel } = desk.editor;
		await canvas.openNode(altur);
		await panel.pickOption('output', 'One Item per Contact');
		await panel.openSettings();
		await panel.pickOption('onError', 'Continue (using error output)');
		await panel.openParameters();
		await panel.execute();
		expect(await panel.output.branches()).toEqual(['Success Branch (3 items)', 'Error Branch (1 item)']);
		await panel.output.openBranch('Error');
		const [row] = await panel.output.rows();
		expect(row).toMatchObject({ Nombre: 'Ana Pérez' });
		expect(row?.error).toContain('The row has no phone number.');
		await panel.close();
	});
});
