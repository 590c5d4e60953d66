/** The trigger of the workflows made here. */
export const trigger = 'Start';
/** The Altur node of the workflows made here. */
export const altur = 'Altur';

interface LoadWorkflow {
	/** How many customers the sheet has; each with a phone number of its own. */
	rows: number;
	/** Number of the first customer; another one makes other phone numbers. */
	from?: number;
	campaignId: number;
	/** Parameters of the Altur node besides campaign and columns. */
	parameters?: Record<string, unknown>;
	/** Settings of the Altur node, such as `retryOnFail`. */
	node?: Record<string, unknown>;
	settings?: Record<string, unknown>;
}

/** A workflow as a person builds it: a trigger, the rows of a sheet, Add to Campaign. */
export function loadWorkflow({ rows, from = 0, campaignId, parameters, node, settings = {} }: LoadWorkflow) {
	const jsCode = `return Array.from({ length: ${rows} }, (_, row) => ({ json: {
	phone: '+5255' + (10000000 + ${from} + row), name: 'Cliente ' + row, id: 'crm-' + row } }));`;
	const nodes = [
		{ name: trigger, type: 'n8n-nodes-base.manualTrigger', parameters: {} },
		{ name: 'Rows', type: 'n8n-nodes-base.code', typeVersion: 2, parameters: { jsCode } },
		{
			name: altur,
			type: 'n8n-nodes-altur.altur',
			parameters: {
				resource: 'contact',
				operation: 'add',
				campaignId: { __rl: true, mode: 'id', value: String(campaignId) },
				columns: {
					mappingMode: 'defineBelow',
					value: { contact: '={{ $json.phone }}', name: '={{ $json.name }}', f_id: '={{ $json.id }}' },
					matchingColumns: [],
					schema: [],
				},
				...parameters,
			},
			credentials: { alturApi: { id: 'alturDemoAccount', name: 'Altur demo account' } },
			...node,
		},
	];
	return {
		name: `Load ${rows} customers`,
		nodes: nodes.map((one, index) => ({
			id: `00000000-0000-4000-8000-00000000000${index}`,
			typeVersion: 1,
			position: [index * 220, 0],
			...one,
		})),
		connections: {
			[trigger]: { main: [[{ node: 'Rows', type: 'main', index: 0 }]] },
			Rows: { main: [[{ node: altur, type: 'main', index: 0 }]] },
		},
		settings,
	};
}
