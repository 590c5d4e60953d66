/** A node of a bench workflow, as n8n stores it. */
export interface BenchNode {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
}

export const trigger: BenchNode = {
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	parameters: {},
};

/**
 * The sheet: four columns that are mapped and two that are not.
 *
 * @param from number of the first row; another one makes other phone numbers
 */
export function rowsNode(rows: number, from = 0): BenchNode {
	const jsCode = `return Array.from({ length: ${rows} }, (_, index) => index + ${from}).map((row) => ({ json: {
	Telefono: '+5255' + (10000000 + row), Nombre: 'Cliente número ' + row,
	Nota: 'Pago vencido hace ' + (row % 90) + ' días', Clave: 'crm-' + row,
	Ciudad: 'Guadalajara', Saldo: 1200 + (row % 500) } }));`;
	return { name: 'Rows', type: 'n8n-nodes-base.code', typeVersion: 2, parameters: { jsCode } };
}

/** A workflow of nodes in a chain. */
export function workflowOf(name: string, chain: readonly BenchNode[]) {
	const links = chain
		.slice(1)
		.map(({ name: next }, index) => [
			chain[index]?.name ?? '',
			{ main: [[{ node: next, type: 'main', index: 0 }]] },
		]);
	return {
		name,
		settings: { executionOrder: 'v1' },
		nodes: chain.map((node, index) => ({
			id: `00000000-0000-4000-8000-00000000000${index}`,
			position: [index * 220, 0],
			...node,
		})),
		connections: Object.fromEntries(links),
	};
}
