import {
	CredentialTestContext,
	ExecutionLifecycleHooks,
	LoadOptionsContext,
	PackageDirectoryLoader,
	WorkflowExecute,
} from 'n8n-core';
import {
	Workflow,
	type IConnections,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeCredentialTestResult,
	type INodeListSearchResult,
	type INodeType,
	type IRun,
	type IRunExecutionData,
	type ITaskData,
	type IWorkflowBase,
} from 'n8n-workflow';
import { z } from 'zod';
import { additionalDataFor } from './additionalData';
import { GivenCredentials } from './credentialsHelper';
import { GivenNodeTypes, ProbeNode, RowsNode } from './testNodes';
import { withoutRegexTimeout } from './untimedRegex';

/** A node of a test; what it leaves out is filled in. */
type TestNode = Partial<INode> & Pick<INode, 'name' | 'type'>;

/** A workflow of a test: `Rows` emits the items, the nodes follow it as a chain unless connections are given. */
export interface TestWorkflow {
	rows: INodeExecutionData[];
	nodes: TestNode[];
	connections?: IConnections;
	credentials: Record<string, ICredentialDataDecryptedObject>;
	/** As n8n would number it; the same one again is the same execution. */
	executionId?: string;
	/** Called with what a node writes to the browser's console. */
	onConsole?(line: string): void;
	/** What an earlier try left behind, for the retry of an execution. */
	runExecutionData?: IRunExecutionData;
}

/** A finished workflow. */
export interface FinishedRun {
	run: IRun;
	/** @throws when the node did not run */
	task(node: string, runIndex?: number): ITaskData;
	/** The items of one output of a node. */
	items(node: string, output?: number): INodeExecutionData[];
}

/** A workflow under way. */
export interface StartedRun {
	finished: Promise<FinishedRun>;
	/** Presses Stop. */
	cancel(): void;
	/** The custom data as it was each time that n8n's server would have saved it. */
	savedCustomData: Array<Record<string, string>>;
}

const consoleMessage = z.object({ messages: z.array(z.string()) });

let executions = 0;

/** Runs workflows with built nodes in n8n-core's own engine, with its real request helpers over real sockets. */
export class NodeRunner {
	private readonly nodeTypes = new GivenNodeTypes();
	private rows: INodeExecutionData[] = [];

	private constructor(private readonly credentialTypes: ReadonlyMap<string, ICredentialType>) {}

	/** @param directory of a built package, loaded as n8n loads it */
	static async fromPackage(directory: string): Promise<NodeRunner> {
		withoutRegexTimeout();
		const loader = new PackageDirectoryLoader(directory);
		await loader.loadAll();
		const credentials = Object.entries(loader.credentialTypes).map(
			([name, { type }]) => [name, type] as const,
		);
		const runner = new NodeRunner(new Map(credentials));
		for (const [name, { type }] of Object.entries(loader.nodeTypes)) {
			runner.nodeTypes.add(`${loader.packageName}.${name}`, type);
			// As n8n names it where it is connected to an agent.
			runner.nodeTypes.add(`${loader.packageName}.${name}Tool`, type);
		}
		runner.nodeTypes.add('test.rows', new RowsNode(() => runner.rows));
		runner.nodeTypes.add('test.probe', new ProbeNode());
		return runner;
	}

	async run(workflow: TestWorkflow): Promise<FinishedRun> {
		return await this.start(workflow).finished;
	}

	/** The type of a node, as the editor reads its form. */
	nodeType(type: string): INodeType {
		return this.nodeTypes.getByNameAndVersion(type);
	}

	/**
	 * Fills a list of a node's form, as the editor does when a person opens it.
	 *
	 * @param method of the node's `listSearch`
	 */
	async searchList(
		method: string,
		node: TestNode,
		credentials: TestWorkflow['credentials'],
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const search = this.nodeType(node.type).methods?.listSearch?.[method];
		if (!search) throw new Error(`${node.type} has no list ${method}`);
		const [placed] = placedNodes([node]);
		if (!placed) throw new Error('There is no node');
		const hooks = new ExecutionLifecycleHooks('manual', '0', storedWorkflow([placed], {}));
		const helper = new GivenCredentials(this.credentialTypes, credentials);
		const workflow = this.workflow([placed], {});
		const additionalData = {
			...additionalDataFor(helper, hooks, '0'),
			currentNodeParameters: placed.parameters,
		};
		const context = new LoadOptionsContext(workflow, placed, additionalData, '');
		return await search.call(context, filter, paginationToken);
	}

	/**
	 * Tests a credential, as n8n does when a person saves it.
	 *
	 * @param type of a node that tests it
	 */
	async testCredential(
		type: string,
		credentialType: string,
		data: ICredentialDataDecryptedObject,
	): Promise<INodeCredentialTestResult> {
		const { description, methods } = this.nodeType(type);
		const testedBy = description.credentials?.find(({ name }) => name === credentialType)?.testedBy;
		const test = typeof testedBy === 'string' ? methods?.credentialTest?.[testedBy] : undefined;
		if (!test) throw new Error(`${type} does not test ${credentialType}`);
		const hooks = new ExecutionLifecycleHooks('manual', '0', storedWorkflow([], {}));
		const helper = new GivenCredentials(this.credentialTypes, {});
		const context = new CredentialTestContext(additionalDataFor(helper, hooks, '0'));
		return await test.call(context, { id: 'credential-1', name: 'Given', type: credentialType, data });
	}

	start(test: TestWorkflow): StartedRun {
		this.rows = test.rows;
		const executionId = test.executionId ?? String(++executions);
		const nodes = placedNodes([{ name: 'Rows', type: 'test.rows' }, ...test.nodes]);
		const connections = test.connections ?? chain(nodes);
		const workflow = this.workflow(nodes, connections);
		const hooks = new ExecutionLifecycleHooks('manual', executionId, storedWorkflow(nodes, connections));
		const savedCustomData: StartedRun['savedCustomData'] = [];
		hooks.addHandler('workflowExecuteAfter', ({ data }) => {
			savedCustomData.push({ ...data.resultData.metadata });
		});
		const helper = new GivenCredentials(this.credentialTypes, test.credentials);
		const additionalData = {
			...additionalDataFor(helper, hooks, executionId),
			sendDataToUI: (type: string, data: IDataObject | IDataObject[]) => {
				if (type === 'sendConsoleMessage') test.onConsole?.(consoleMessage.parse(data).messages.join(' '));
			},
		};
		const engine = new WorkflowExecute(additionalData, 'manual', test.runExecutionData);
		const running = test.runExecutionData
			? engine.processRunExecutionData(workflow)
			: engine.run({ workflow, startNode: nodes[0] });
		return { finished: running.then(finish), cancel: () => running.cancel(), savedCustomData };
	}

	private workflow(nodes: INode[], connections: IConnections): Workflow {
		return new Workflow({
			id: 'test',
			name: 'test',
			nodes,
			connections,
			nodeTypes: this.nodeTypes,
			active: false,
			settings: { executionOrder: 'v1', timezone: 'UTC' },
		});
	}
}

function placedNodes(nodes: readonly TestNode[]): INode[] {
	return nodes.map((node, index) => ({
		id: `node-${index}`,
		typeVersion: 1,
		position: [index * 200, 0],
		parameters: {},
		...node,
	}));
}

function storedWorkflow(nodes: INode[], connections: IConnections): IWorkflowBase {
	return {
		id: 'test',
		name: 'test',
		nodes,
		connections,
		active: false,
		activeVersionId: null,
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
	};
}

function chain(nodes: readonly INode[]): IConnections {
	const connections: IConnections = {};
	for (const [index, node] of nodes.slice(1).entries()) {
		connections[nodes[index]?.name ?? ''] = { main: [[{ node: node.name, type: 'main', index: 0 }]] };
	}
	return connections;
}

function finish(run: IRun): FinishedRun {
	const task = (name: string, runIndex = 0) => {
		const found = run.data.resultData.runData[name]?.[runIndex];
		if (!found) throw new Error(`${name} did not run: ${run.data.resultData.error?.message ?? 'no error'}`);
		return found;
	};
	return { run, task, items: (name, output = 0) => task(name).data?.main?.[output] ?? [] };
}
