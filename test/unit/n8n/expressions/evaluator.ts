import { Workflow, type IDataObject } from 'n8n-workflow';
import { GivenNodeTypes, ProbeNode } from '../../../node/harness/testNodes';

const node = {
	id: 'node',
	name: 'Node',
	type: 'test.probe',
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters: {},
};

/** n8n's own evaluator of expressions, as a node reaches it through `evaluateExpression`. */
export class N8nEvaluator {
	private readonly workflow: Workflow;

	constructor() {
		const nodeTypes = new GivenNodeTypes();
		nodeTypes.add('test.probe', new ProbeNode());
		this.workflow = new Workflow({ id: 'test', nodes: [node], connections: {}, nodeTypes, active: false });
	}

	/**
	 * @param expression without its leading "="
	 * @param json of the one item of the input
	 */
	evaluate(expression: string, json: IDataObject): unknown {
		return this.workflow.expression.resolveSimpleParameterValue(
			`=${expression}`,
			{},
			null,
			0,
			0,
			node.name,
			[{ json }],
			'manual',
			{},
		);
	}
}
