import { z } from 'zod';
import { callExamples, exampleWorkflows, fileExamples } from '../../../scripts/examples';

const text = z.string().optional().catch(undefined);
const located = z
	.object({ value: z.union([z.string(), z.number()]) })
	.optional()
	.catch(undefined);
const parameters = z
	.object({
		resource: text,
		operation: text,
		campaignId: located,
		dataTableId: located,
		tableName: text,
		fileName: text,
		path: text,
		jsonOutput: text,
	})
	.passthrough();
const deals = z.object({ deals: z.array(z.object({ campaign: z.number() })) });

const nodes = exampleWorkflows().flatMap(({ id, nodes: all }) =>
	all.map((node) => ({
		example: id,
		form: parameters.parse(node.parameters),
		webhookId: text.parse(node.webhookId),
	})),
);
type ExampleNode = (typeof nodes)[number];

/** By whom each thing is written, changed or listened to, each example once. */
function users(thingsOf: (node: ExampleNode) => Array<string | number | undefined>): Map<string, string[]> {
	const found = new Map<string, Set<string>>();
	for (const node of nodes) {
		for (const thing of thingsOf(node)) {
			if (thing === undefined) continue;
			const key = String(thing);
			found.set(key, (found.get(key) ?? new Set()).add(node.example));
		}
	}
	return new Map([...found].map(([thing, examples]) => [thing, [...examples].sort()]));
}

const shared = (used: Map<string, string[]>) => [...used].filter(([, examples]) => examples.length > 1);

describe('The examples, all in one n8n', () => {
	it('have ids and names of their own', () => {
		const all = exampleWorkflows();
		expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
		expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
	});

	it('listen at addresses of their own', () => {
		expect(shared(users(({ webhookId, form }) => [webhookId, form.path]))).toEqual([]);
	});

	it('write to files of their own, but for the two that hand one to each other', () => {
		const files = shared(users(({ form }) => (form.operation === 'write' ? [form.fileName] : [])));
		expect(files).toEqual([
			['.n8n-files/contacts-failed.csv', [fileExamples.failed.id, fileExamples.file.id].sort()],
		]);
	});

	it('write to tables of their own, but for the two that fill one together', () => {
		const tables = shared(users(({ form }) => [form.tableName, form.dataTableId?.value]));
		expect(tables).toEqual([[callExamples.table, [callExamples.call.id, callExamples.results.id].sort()]]);
	});

	it('change no campaign into which another one loads contacts', () => {
		const loaded = users(({ form }) => (form.resource === 'contact' ? [form.campaignId?.value] : []));
		const changed = nodes.flatMap(({ form }) =>
			form.jsonOutput === undefined ? [] : deals.parse(JSON.parse(form.jsonOutput)).deals,
		);
		expect(changed.length).toBeGreaterThan(0);
		expect(changed.filter(({ campaign }) => loaded.has(String(campaign)))).toEqual([]);
	});
});
