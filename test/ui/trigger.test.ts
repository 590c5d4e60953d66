import { editorPatience, openDesk, type Desk } from './harness/desk';
import { chromium, describeWith, realN8n } from '../requirements';

jest.setTimeout(editorPatience);

describeWith(realN8n, chromium)('who wants to know what came of the calls', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk('trigger');
	});
	afterEach(async () => {
		await desk.editor.pictures.take(`end of ${expect.getState().currentTestName ?? ''}`);
	});
	afterAll(async () => {
		await desk.clear();
	});

	it('finds the trigger as On Call End, and is told in its panel what to do in Altur', async () => {
		const { canvas, panel, pictures } = desk.editor;
		await canvas.openNew();
		const creator = await canvas.addFirst();
		expect(await creator.find('altur', 'Altur')).toEqual(['Altur']);
		await creator.pick('Altur');
		await pictures.take('triggers and actions of Altur');
		await creator.pick('On call end');
		await panel.form.getByText('Production URL').first().waitFor();
		const told = await panel.form.innerText();
		expect(told).toContain('In the dashboard of Altur, add a webhook integration.');
		expect(told).toContain('Production URL');
		expect(told).toContain('Call End');
		await pictures.take('a new trigger');
	});

	it('sees a warning once unsigned calls are accepted', async () => {
		const { panel, pictures } = desk.editor;
		await panel.addOnlyField();
		await panel.switchOn('acceptUnsigned');
		await panel.form.getByText('Calls that nobody signed start this workflow too.').waitFor();
		await pictures.take('unsigned calls');
	});
});
