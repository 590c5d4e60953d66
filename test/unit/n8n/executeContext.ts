import { ExecuteContext, ExecutionLifecycleHooks } from 'n8n-core';
import { createEmptyRunExecutionData, Workflow, type IExecuteFunctions, type INode } from 'n8n-workflow';
import { additionalDataFor } from '../../node/harness/additionalData';
import { GivenCredentials } from '../../node/harness/credentialsHelper';
import { GivenNodeTypes, RowsNode } from '../../node/harness/testNodes';

/** What n8n hands a node named "Altur" when it runs, without a run. */
export function executeContext(): IExecuteFunctions {
	const node: INode = {
		id: 'node-0',
		name: 'Altur',
		type: 'test.rows',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const nodeTypes = new GivenNodeTypes();
	nodeTypes.add(node.type, new RowsNode(() => []));
	const workflow = new Workflow({ id: 'test', nodes: [node], connections: {}, nodeTypes, active: false });
	const hooks = new ExecutionLifecycleHooks('manual', '1', {
		id: 'test',
		name: 'test',
		nodes: [node],
		connections: {},
		active: false,
		activeVersionId: null,
		isArchived: false,
		createdAt: new Date(0),
		updatedAt: new Date(0),
	});
	const additionalData = additionalDataFor(new GivenCredentials(new Map(), {}), hooks, '1');
	const input = { main: [[]] };
	return new ExecuteContext(
		workflow,
		node,
		additionalData,
		'manual',
		createEmptyRunExecutionData(),
		0,
		[],
		input,
		{ node, data: input, source: null },
		[],
	);
}
