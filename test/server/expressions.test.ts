import { z } from 'zod';
import { parseTemplate } from '../../n8n/form/columns/expressions/template';
import type { N8nClient } from '../../scripts/n8n/client';
import { loadWorkflow, trigger } from './harness/loadWorkflow';
import { n8nPatience, type PackagedN8n, packagedN8n } from './harness/packagedN8n';
import { contactPosts } from './harness/stored';
import { describeWith, realN8n } from '../requirements';

jest.setTimeout(n8nPatience);

const paths = [
	'$json.text',
	'$json.number',
	'$json.zero',
	'$json.yes',
	'$json.no',
	'$json.nothing',
	'$json.missing',
	'$json.missing.deeper',
	'$json.missing?.deeper',
	'$json.nested',
	'$json.nested.inner',
	'$json.nested?.inner?.deep',
	'$json.list',
	'$json.empty',
	'$json["a b"]',
	"$json['d.o.t']",
	`$json["it's"]`,
	'$json.Teléfono',
	'$json["año"]',
	'$json.date',
];

/** Alone, beside text, and two in one text: 20 x 3 expressions. */
const expressions = paths.flatMap((path, index) => [
	`{{ ${path} }}`,
	`Hola {{${path}}}!`,
	`{{ ${path} }} - {{ ${paths[(index * 7 + 3) % paths.length]} }}`,
]);

/** The same to n8n, but with a comment that only n8n's own evaluator reads. */
const forEvaluator = (expression: string) => expression.replaceAll('}}', '/* n8n */ }}');

const rows = 50;
const makeRows = `const texts = ['Ana', '', ' ', 'ñandú', '0', 'a "b"', '{{ x }}', 'línea\\ndos'];
return Array.from({ length: ${rows} }, (_, row) => ({ json: {
	phone: '+5255' + (10000000 + row), text: texts[row % texts.length], number: row * 1.5 - 10, zero: 0,
	yes: row % 2 === 0, no: false, nothing: null, empty: texts[(row + 1) % 3],
	nested: row % 3 ? { inner: row % 4 ? { deep: row } : texts[row % 8] } : null, list: [row, texts[row % 8], null],
	'a b': row, 'd.o.t': texts[(row + 2) % 8], "it's": row % 5 ? row : null, 'Teléfono': '55' + row, 'año': 1990 + row,
	date: new Date(row * 86400000).toISOString(), id: 'crm-' + row } }));`;

const sent = z.object({ contacts: z.array(z.object({ extracted_data: z.record(z.string()) })) });

describeWith(realN8n)('plain columns, which are compiled', () => {
	let n8n: PackagedN8n;
	let client: N8nClient;
	beforeAll(async () => {
		n8n = await packagedN8n();
		({ client } = await n8n.startServer());
	});
	afterAll(async () => {
		await n8n.end();
	});

	it(`equal what the expression engine of this n8n makes of them, ${expressions.length * rows} times`, async () => {
		expect(expressions.every((expression) => parseTemplate(expression) !== undefined)).toBe(true);
		expect(expressions.some((expression) => parseTemplate(forEvaluator(expression)))).toBe(false);
		const campaign = n8n.sandbox.addCampaign();
		const values = expressions.flatMap((expression, index) => [
			{ key: `compiled ${index}`, value: `=${expression}` },
			{ key: `evaluated ${index}`, value: `=${forEvaluator(expression)}` },
		]);
		const parameters = { extractedData: 'fields', extractedDataFields: { values } };
		const workflow = loadWorkflow({ rows, campaignId: campaign.id, parameters });
		const [start, sheet, node] = workflow.nodes;
		const nodes = [start, { ...sheet, parameters: { jsCode: makeRows } }, node];
		const { status } = await client.runWorkflow(await client.createWorkflow({ ...workflow, nodes }), trigger);
		expect(status).toBe('success');

		const { contacts } = sent.parse(contactPosts(n8n.sandbox)[0]?.body);
		expect(contacts).toHaveLength(rows);
		for (const { extracted_data: data } of contacts) {
			const made = (way: string) => expressions.map((_, index) => data[`${way} ${index}`]);
			expect(made('compiled')).toEqual(made('evaluated'));
		}
		expect(new Set(contacts.map(({ extracted_data: data }) => JSON.stringify(data))).size).toBe(rows);
	});
});
