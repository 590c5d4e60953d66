import { Workflow, type INode, type INodeParameters, type INodeType, type INodeTypes } from 'n8n-workflow';
import { OliAi } from '../../nodes/OliAi/OliAi.node';

const type: INodeType = new OliAi();
const nodeTypes: INodeTypes = {
	getByName: () => type,
	getByNameAndVersion: () => type,
	getKnownTypes: () => ({}),
};

/** The hints that the editor shows before the node runs, worked out the way it works them out. */
function shownBefore(rows: number, parameters: INodeParameters): string[] {
	const node: INode = {
		id: 'node-1',
		name: 'OliAI',
		type: 'n8n-nodes-oliai.oliAi',
		typeVersion: 1,
		position: [0, 0],
		parameters,
	};
	const workflow = new Workflow({ id: 'test', nodes: [node], connections: {}, active: false, nodeTypes });
	const input = Array.from({ length: rows }, () => ({ json: {} }));
	return (type.description.hints ?? [])
		.filter(({ displayCondition = '' }) =>
			workflow.expression.getParameterValue(displayCondition, null, 0, 0, 'OliAI', input, 'manual', {}),
		)
		.map(({ message }) => /<b>(.*)<\/b>/.exec(message)?.[1] ?? message);
}

describe('The wait that is told beforehand', () => {
	const upsert = { resource: 'contact', operation: 'bulkUpsert' };

	it.each([
		[1_000, []],
		[5_000, []],
		[10_000, ['about a minute']],
		[40_000, ['about 4 minutes']],
		[100_000, ['about 10 minutes']],
		[500_000, ['about 45 minutes']],
		[3_000_000, ['several hours']],
	])('%i rows in bulk: %j', (rows, expected) => {
		expect(shownBefore(rows, upsert)).toEqual(expected);
	});

	it('knows the batch size and the pace that are set', () => {
		expect(shownBefore(4_000, { ...upsert, options: { batchSize: 100 } })).toEqual(['about 4 minutes']);
		expect(shownBefore(40_000, { ...upsert, options: { requestsPerMinute: 20 } })).toEqual([
			'about 2 minutes',
		]);
	});

	it.each(['check', 'first'])('is none in a trial: %s', (trial) => {
		expect(shownBefore(40_000, { ...upsert, options: { trial } })).toEqual([]);
		expect(shownBefore(40_000, { ...upsert, options: { trial: 'off' } })).toEqual(['about 4 minutes']);
	});

	it('knows the operations that send a request per item', () => {
		expect(shownBefore(240, { resource: 'contact', operation: 'get' })).toEqual(['about 4 minutes']);
		expect(shownBefore(240, { resource: 'contact', operation: 'addToAudience' })).toEqual([]);
	});

	it('is shown in the panel of the node, beside the button that starts it', () => {
		expect(
			type.description.hints?.every(
				({ location, whenToDisplay }) => location === 'ndv' && whenToDisplay === 'beforeExecution',
			),
		).toBe(true);
	});
});
