import { altur, loadWorkflow } from './loadWorkflow';

/** The node before Altur, from which the file comes. */
const file = 'File';

/** The same rows as `loadWorkflow` loads, made into a CSV file and loaded by Add From File. */
export function fileWorkflow({ parameters, ...load }: Parameters<typeof loadWorkflow>[0]) {
	const workflow = loadWorkflow({ ...load, parameters: { operation: 'addFromFile', ...parameters } });
	const toFile = {
		id: '00000000-0000-4000-8000-000000000009',
		name: file,
		type: 'n8n-nodes-base.convertToFile',
		typeVersion: 1.1,
		position: [330, 0],
		parameters: { operation: 'csv', options: { fileName: 'customers.csv' } },
	};
	return {
		...workflow,
		nodes: [...workflow.nodes, toFile],
		connections: {
			...workflow.connections,
			Rows: { main: [[{ node: file, type: 'main', index: 0 }]] },
			[file]: { main: [[{ node: altur, type: 'main', index: 0 }]] },
		},
	};
}
