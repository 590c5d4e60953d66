import type { TestWorkflow } from './nodeRunner';

/** Rows -> Altur -> Added, with Refused at the error output; both look up the city of their row. */
export const withErrorOutput: Pick<TestWorkflow, 'connections' | 'nodes'> = {
	connections: {
		Rows: { main: [[{ node: 'Altur', type: 'main', index: 0 }]] },
		Altur: {
			main: [[{ node: 'Added', type: 'main', index: 0 }], [{ node: 'Refused', type: 'main', index: 0 }]],
		},
	},
	nodes: ['Added', 'Refused'].map((name) => ({
		name,
		type: 'test.probe',
		parameters: { value: "={{ $('Rows').item.json.city }}" },
	})),
};
