import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { offerText } from '../../scripts/n8n/userFolder';
import { repository } from '../../scripts/repository';
import type { NodeMessage } from './editor/outputPanel';
import { editorPatience, openDesk, type Desk } from './harness/desk';
import { fileMistakes, files, formMistakes, rowMistakes } from './harness/loadMistakes';
import { mistakes, rows, withMistake } from './harness/mistakes';
import { n8nFolder } from './harness/runningN8n';
import { addForm, storeFileWorkflow, storeWorkflow } from './harness/workflow';
import { chromium, describeWith, realN8n } from '../requirements';

jest.setTimeout(editorPatience);

describeWith(realN8n, chromium)('a mistake', () => {
	let desk: Desk;
	let right: { id: string; name: string };
	const read: string[] = [];
	const note = (mistake: string, { title, description }: NodeMessage) =>
		read.push(`| ${mistake} | ${title} | ${description.replace(/\s+/g, ' ')} |`);

	beforeAll(async () => {
		desk = await openDesk('mistakes');
		const credentials = {
			right: (right = await desk.storeCredential()),
			wrong: await desk.storeCredential('wrong-key-1234'),
			empty: await desk.storeCredential(' '),
		};
		const nodes = [
			...[...mistakes, ...formMistakes].map((mistake) => withMistake(mistake, credentials)),
			...rowMistakes.map(({ name, parameters }) => ({ name, parameters, credential: right })),
			{
				name: 'Empty phone column',
				parameters: addForm({ contact: '={{ $json.Extra }}' }),
				credential: right,
			},
		];
		for (const [name, text] of Object.entries(files)) offerText(n8nFolder(), name, text);
		await desk.editor.canvas.open(await storeWorkflow(desk.client, { rows, nodes }));
	});
	afterEach(async () => {
		await desk.editor.pictures.take(`end of ${expect.getState().currentTestName ?? ''}`);
		if (await desk.editor.panel.panel.isVisible()) await desk.editor.panel.close();
	});
	afterAll(async () => {
		const folder = join(repository, 'test-results', 'ui');
		mkdirSync(folder, { recursive: true });
		const table = ['| mistake | message | what to do |', '|---|---|---|', ...read, ''].join('\n');
		writeFileSync(join(folder, 'mistakes.md'), table);
		await desk.clear();
	});

	it.each([...mistakes, ...formMistakes])(
		'is told on the node: $name',
		async ({ name, title, advice, seenByN8n }) => {
			const { canvas, panel } = desk.editor;
			await canvas.openNode(name);
			const message = seenByN8n ? await panel.executeInVain() : await panel.executeBadly();
			note(name, message);
			expect(message.title).toMatch(title);
			expect(message.description).toMatch(advice);
			expect(JSON.stringify(message)).not.toMatch(/wrong-key-1234|sandbox-key|<html| at .*\.js:/);
		},
	);

	it.each(rowMistakes)('in the rows is told above and beside them: $name', async (mistake) => {
		const { canvas, panel } = desk.editor;
		await canvas.openNode(mistake.name);
		await panel.execute();
		const hints = await panel.output.hints();
		const rowsOut = await panel.output.rows();
		note(mistake.name, { title: hints, description: rowsOut[0]?.error_message ?? '' });
		expect(hints).toMatch(mistake.hint);
		for (const { status, error_message } of mistake.message ? rowsOut : []) {
			expect(status).toBe('failed');
			expect(error_message).toMatch(mistake.message ?? '');
		}
	});

	it('in the rows is told row by row, and the run goes on: Empty phone column', async () => {
		const { canvas, panel } = desk.editor;
		await canvas.openNode('Empty phone column');
		await panel.execute();
		const [row] = await panel.output.rows();
		note('Empty phone column', { title: await panel.output.hint(), description: row?.error_message ?? '' });
		expect(row).toMatchObject({ status: 'failed', error_code: 'MISSING_CONTACT' });
		expect(row?.error_message).toContain('take another column for it');
	});

	it.each(fileMistakes)('with a file is told on the node: $name', async (mistake) => {
		const { canvas, panel } = desk.editor;
		const { name, parameters, file, title, advice } = mistake;
		const altur = { name, parameters, credential: right };
		await canvas.open(await storeFileWorkflow(desk.client, `.n8n-files/${file}`, altur));
		await canvas.openNode(name);
		const message = await panel.executeBadly();
		note(name, message);
		expect(message.title).toMatch(title);
		expect(message.description).toMatch(advice);
	});
});
