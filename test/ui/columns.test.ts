import { editorPatience, openDesk, type Desk } from './harness/desk';
import { addForm, storeWorkflow } from './harness/workflow';
import { chromium, describeWith, realN8n } from '../requirements';

jest.setTimeout(editorPatience);

const rows = [
	{ Teléfono: '+52 55 1111 2222', Nombre: 'José Ñúñez', Notas: 'Prefers mornings', Saldo: 1200 },
	{ Teléfono: '+52 55 3333 4444', Nombre: 'Lucía Gómez', Notas: '', Saldo: 310 },
];
const altur = 'Add contacts to campaign';

describeWith(realN8n, chromium)('the columns of a sheet', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk('columns');
		const nodes = [{ name: altur, parameters: addForm({}), credential: await desk.storeCredential() }];
		await desk.editor.canvas.open(await storeWorkflow(desk.client, { rows, nodes }));
	});
	afterEach(async () => {
		await desk.editor.pictures.take(`end of ${expect.getState().currentTestName ?? ''}`);
	});
	afterAll(async () => {
		await desk.clear();
	});

	const stored = () => desk.sandbox.state().campaigns.find(({ id }) => id === 1236)?.contacts ?? [];

	it('are dragged into the fields of the contact', async () => {
		const { canvas, panel, notices, pictures } = desk.editor;
		await canvas.openNode(altur);
		await panel.dragColumn('Teléfono', 'contact');
		await panel.dragColumn('Nombre', 'name');
		await panel.dragColumn('Notas', 'context');
		await panel.pickOption('extractedData', 'All Other Columns');
		await panel.execute();
		expect(stored()).toContainEqual(
			expect.objectContaining({
				contact: '+525511112222',
				name: 'José Ñúñez',
				context: 'Prefers mornings',
				extracted_data: { Saldo: '1200' },
			}),
		);
		await notices.closeAll();
		await pictures.forDocuments('add-to-campaign', panel.panel);
		await desk.editor.theme('dark');
		await panel.close();
		await canvas.openNode(altur);
		await pictures.forDocuments('add-to-campaign-dark', panel.panel);
		await desk.editor.theme('light');
	});

	it('are found by their titles with one choice, and the form says which titles it knows', async () => {
		const { panel } = desk.editor;
		desk.sandbox.reset();
		await panel.pickOption('columnMapping', 'Find Columns by Title');
		await panel.panel.getByText('The usual column titles are recognised').first().waitFor();
		await panel.execute();
		expect(stored()).toContainEqual(
			expect.objectContaining({ contact: '+525533334444', name: 'Lucía Gómez' }),
		);
		const found = 'Found by title: Phone Number ← Teléfono, Name ← Nombre, Context for the Agent ← Notas.';
		await panel.panel.getByText(found).first().waitFor();
	});
});
