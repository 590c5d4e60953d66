import { z } from 'zod';
import { exampleWorkflows } from '../../scripts/examples';
import { flawsOf } from '../canvas/drawn';
import { drawnCanvas } from './editor/canvasBoxes';
import { editorPatience } from './harness/desk';
import { openWorkplace, type Workplace } from './harness/workplace';
import { chromium, describeWith, realN8n } from '../requirements';

jest.setTimeout(editorPatience);

const importable = z.object({
	name: z.string(),
	nodes: z.array(z.unknown()),
	connections: z.object({}).passthrough(),
});

describeWith(realN8n, chromium)('an example in the editor', () => {
	let workplace: Workplace;
	beforeAll(async () => {
		workplace = await openWorkplace('examples');
	});
	afterAll(async () => {
		await workplace.clear();
	});

	it.each(exampleWorkflows().map((workflow) => [workflow.name, workflow] as const))(
		'has notes that cover nothing and are as large as their text: %s',
		async (name, workflow) => {
			const { client, editor } = workplace;
			await editor.canvas.open(await client.createWorkflow(importable.parse(workflow)));
			await editor.canvas.showAll();
			await editor.pictures.take(name);
			const drawn = await drawnCanvas(editor.page);
			const links = Object.values(workflow.connections).length;
			expect(drawn.notes.length + drawn.nodes.length).toBe(workflow.nodes.length);
			expect(drawn.lines.length).toBeGreaterThanOrEqual(links);
			expect(flawsOf(drawn)).toEqual([]);
		},
	);
});
