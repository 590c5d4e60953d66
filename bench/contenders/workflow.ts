/** A node of a bench workflow, as n8n stores it. */
export interface BenchNode {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
}

/** One way to bring rows to Altur. */
export interface Contender {
	/** As in the tables. */
	label: string;
	id: string;
	/** Most rows that it is asked for: a slow one would need hours for more. */
	mostRows: number;
	/** Its nodes that do the job, in their order, behind the rows. */
	nodes(baseUrl: string, campaignId: number): BenchNode[];
}

export const headerCredential = { id: 'benchHeader00001', name: 'Altur header' };
export const alturCredential = { id: 'benchAltur000001', name: 'Altur' };

/** The sheet: four columns that are mapped and two that are not. */
function rowsNode(rows: number): BenchNode {
	const jsCode = `return Array.from({ length: ${rows} }, (_, row) => ({ json: {
	Telefono: '+5255' + (10000000 + row), Nombre: 'Cliente número ' + row,
	Nota: 'Pago vencido hace ' + (row % 90) + ' días', Clave: 'crm-' + row,
	Ciudad: 'Guadalajara', Saldo: 1200 + (row % 500) } }));`;
	return { name: 'Rows', type: 'n8n-nodes-base.code', typeVersion: 2, parameters: { jsCode } };
}

/** The whole workflow of a contender: a trigger, the rows, and its nodes in a chain. */
export function workflowOf(contender: Contender, rows: number, baseUrl: string, campaignId: number) {
	const trigger = {
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		parameters: {},
	};
	const nodes = [trigger, rowsNode(rows), ...contender.nodes(baseUrl, campaignId)].map((node, index) => ({
		id: `00000000-0000-4000-8000-00000000000${index}`,
		position: [index * 220, 0],
		...node,
	}));
	const links = nodes
		.slice(1)
		.map((node, index) => [
			nodes[index]?.name ?? '',
			{ main: [[{ node: node.name, type: 'main', index: 0 }]] },
		]);
	return {
		id: `bench${contender.id}`,
		name: contender.label,
		active: false,
		settings: { executionOrder: 'v1' },
		nodes,
		connections: Object.fromEntries(links),
	};
}
