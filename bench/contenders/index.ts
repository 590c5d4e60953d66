import { addToCampaign, contactColumns } from '../addToCampaign';
import type { BenchNode } from '../workflow';
import type { Contender } from './contender';
import { httpRequest, splitResults } from './httpRequest';

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
			assignments: Object.entries(contactColumns).map(([name, column]) => ({
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

/** The node of this repository. */
export const alturNode: Contender = {
	id: 'AlturNode',
	label: 'Altur node',
	mostRows: Infinity,
	nodes: (_baseUrl, campaignId) => [addToCampaign(campaignId)],
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
