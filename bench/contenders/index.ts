import { httpRequest, splitResults } from './httpRequest';
import { alturCredential, type BenchNode, type Contender } from './workflow';

const fields = { contact: 'Telefono', name: 'Nombre', context: 'Nota', f_id: 'Clave' };

const chunks: BenchNode = {
	name: 'Code',
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	parameters: {
		jsCode: `const rows = $input.all().map((item) => item.json);
const chunks = [];
for (let row = 0; row < rows.length; row += 1000) chunks.push({ json: { contacts: rows.slice(row, row + 1000) } });
return chunks;`,
	},
};

const mappedChunks: BenchNode = {
	...chunks,
	parameters: {
		jsCode: `const rows = $input.all().map(({ json }) => ({
	contact: json.Telefono, name: json.Nombre, context: json.Nota, f_id: json.Clave }));
const chunks = [];
for (let row = 0; row < rows.length; row += 1000) chunks.push({ json: { contacts: rows.slice(row, row + 1000) } });
return chunks;`,
	},
};

const editFields: BenchNode = {
	name: 'Edit Fields',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: {
		assignments: {
			assignments: Object.entries(fields).map(([name, column]) => ({
				id: name,
				name,
				value: `={{ $json.${column} }}`,
				type: 'string',
			})),
		},
		options: {},
	},
};

const wholeChunk = '={{ JSON.stringify({ if_duplicate: "skip", contacts: $json.contacts }) }}';
const oneRow =
	'={{ JSON.stringify({ if_duplicate: "skip", contacts: [{ contact: $json.Telefono, name: $json.Nombre, context: $json.Nota, f_id: $json.Clave }] }) }}';

const contactsOf = (baseUrl: string, campaignId: number) => `${baseUrl}/campaigns/${campaignId}/contacts`;

const alturNode: Contender = {
	id: 'AlturNode',
	label: 'Altur node',
	mostRows: Infinity,
	nodes: (_baseUrl, campaignId) => [
		{
			name: 'Altur',
			type: 'n8n-nodes-altur.altur',
			typeVersion: 1,
			parameters: {
				resource: 'contact',
				operation: 'add',
				campaignId: { __rl: true, mode: 'id', value: String(campaignId) },
				columns: {
					mappingMode: 'defineBelow',
					value: Object.fromEntries(
						Object.entries(fields).map(([field, column]) => [field, `={{ $json.${column} }}`]),
					),
					matchingColumns: [],
					schema: [],
				},
			},
			credentials: { alturApi: alturCredential },
		},
	],
};

/** In the order in which a run alternates them. */
export const contenders: Contender[] = [
	alturNode,
	{
		id: 'NoCode',
		label: '(a) Edit Fields + Code + HTTP Request + Split Out',
		mostRows: 100_000,
		nodes: (baseUrl, id) => [
			editFields,
			chunks,
			httpRequest(contactsOf(baseUrl, id), wholeChunk),
			splitResults,
		],
	},
	{
		id: 'JavaScript',
		label: '(b) mapping in Code + HTTP Request + Split Out',
		mostRows: 100_000,
		nodes: (baseUrl, id) => [mappedChunks, httpRequest(contactsOf(baseUrl, id), wholeChunk), splitResults],
	},
	{
		id: 'RowByRow',
		label: '(c) one HTTP Request per row',
		mostRows: 1_000,
		nodes: (baseUrl, id) => [httpRequest(contactsOf(baseUrl, id), oneRow)],
	},
];
