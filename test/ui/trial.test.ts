import { editorPatience, openDesk, type Desk } from './harness/desk';
import { addForm, storeWorkflow } from './harness/workflow';
import { chromium, describeWith, realN8n } from '../requirements';

jest.setTimeout(editorPatience);

const rows = [
	{ Teléfono: '55 1111 2222', Nombre: 'José Ñúñez', Notas: 'Prefiere las mañanas', Saldo: 1200 },
	{ Teléfono: '+52 55 3333 4444', Nombre: 'Lucía Gómez', Notas: '', Saldo: 310 },
	{ Teléfono: '+1 (630) 555-1234', Nombre: 'María López', Notas: '', Saldo: 80 },
	{ Teléfono: '', Nombre: 'Ana Pérez', Notas: 'Pidió una llamada', Saldo: 410 },
];
const altur = 'Add contacts to campaign';

describeWith(realN8n, chromium)('a trial', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk('trial');
	});
	afterEach(async () => {
		await desk.editor.pictures.take(`end of ${expect.getState().currentTestName ?? ''}`);
	});
	afterAll(async () => {
		await desk.clear();
	});

	it('takes one choice, sends nothing, and shows each row as it would be sent', async () => {
		const { canvas, panel, choices, notices, pictures } = desk.editor;
		const parameters = addForm(
			{ contact: '={{ $json["Teléfono"] }}', name: '={{ $json.Nombre }}', context: '={{ $json.Notas }}' },
			{ defaultCountry: 'MX' },
		);
		const nodes = [{ name: altur, parameters, credential: await desk.storeCredential() }];
		await canvas.open(await storeWorkflow(desk.client, { rows, nodes }));
		await canvas.openNode(altur);
		choices.startOver();
		await panel.addField('Trial');
		await panel.execute();
		expect(choices.list()).toEqual(['add: Trial']);

		expect(await panel.output.hint()).toMatch(
			/^This was a trial: nothing was sent\. 3 ready, 1 failed; 1 request/,
		);
		expect(await panel.output.rows()).toMatchObject([
			{ status: 'ready', contact: '+525511112222', country: 'MX', name: 'José Ñúñez' },
			{ status: 'ready', contact: '+525533334444', country: 'MX' },
			{ status: 'ready', contact: '+16305551234', country: 'US' },
			{ status: 'failed', error_code: 'MISSING_CONTACT' },
		]);
		expect(desk.sandbox.requests.filter(({ method }) => method === 'POST')).toEqual([]);
		await notices.closeAll();
		await pictures.forDocuments('trial', panel.panel);
	});
});
