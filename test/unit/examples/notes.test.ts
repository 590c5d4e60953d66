import { z } from 'zod';
import { exampleWorkflow, exampleWorkflows, mainExample } from '../../../scripts/examples';

const sticky = 'n8n-nodes-base.stickyNote';
const written = z.object({ content: z.string() });

type Example = ReturnType<typeof exampleWorkflow>;

const examples = exampleWorkflows().map((workflow) => [workflow.name, workflow] as const);

const notesOf = ({ nodes }: Example) =>
	nodes.filter(({ type }) => type === sticky).map(({ parameters }) => written.parse(parameters).content);

/** The note that says what to change. */
const changesOf = (workflow: Example) =>
	notesOf(workflow).filter((text) => /^### Change these \w+ things?\n/.test(text));

const numbers = ['no', 'one', 'two', 'three', 'four'];

describe('An example', () => {
	it.each(examples)('says what it does, in the first note: %s', (_, workflow) => {
		expect(notesOf(workflow)[0]).toMatch(/^## .+\n.{40}/);
	});

	it.each(examples)('numbers what the person must change, at most four things: %s', (_, workflow) => {
		const [note = '', ...others] = changesOf(workflow);
		expect(others).toEqual([]);
		const items = [...note.matchAll(/^(\d)\. /gm)].map(([, number]) => Number(number));
		expect(note).toContain(`### Change these ${numbers[items.length] ?? 'too many'} things\n`);
		expect(items).toEqual(items.map((_item, index) => index + 1));
	});

	it.each(examples)('begins each of these with the name of a node that it has: %s', (_, workflow) => {
		const named = changesOf(workflow).flatMap((note) =>
			[...note.matchAll(/^\d\. (?:\*\*([^*]+)\*\*)?/gm)].map(([, name]) => name),
		);
		const names = workflow.nodes.filter(({ type }) => type !== sticky).map(({ name }) => name);
		expect(named.filter((name) => name === undefined || !names.includes(name))).toEqual([]);
	});

	it.each(examples)('asks for the credential wherever a node needs one of ours: %s', (_, workflow) => {
		const needsOne = workflow.nodes.some(({ credentials }) => credentials !== undefined);
		expect(needsOne).toBe(true);
		expect(changesOf(workflow).join()).toContain('**Credential**');
	});

	it('is marked as the one to begin with only once: by its name and in its note', () => {
		const first = exampleWorkflow(mainExample.file);
		expect(first.name).toMatch(/^Begin here: /);
		expect(notesOf(first)[0]).toMatch(/^## Begin with this one\n/);
		const others = exampleWorkflows().filter(({ id }) => id !== first.id);
		expect(others.filter((one) => /begin/i.test(`${one.name} ${notesOf(one)[0] ?? ''}`))).toEqual([]);
	});
});
