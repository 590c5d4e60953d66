import { join } from 'node:path';
import type { INode, INodeExecutionData, NodeParameterValueType } from 'n8n-workflow';
import {
	startOctopushSandbox,
	type OctopushSandbox,
	type OctopushSandboxOptions,
} from '../../../../../sandbox/octopush/startOctopushSandbox';
import {
	NodeRunner,
	type FinishedRun,
	type StartedRun,
	type TestWorkflow,
} from '../../../../../test/engine/harness/nodeRunner';

export type FormValues = Record<string, NodeParameterValueType>;

/** The form of "Add", with the columns of the sample rows dragged into it. */
export function addParameters(more: FormValues = {}): FormValues {
	return {
		resource: 'contact',
		operation: 'add',
		columns: {
			mappingMode: 'defineBelow',
			value: {
				phone_number: '={{ $json.phone }}',
				first_name: '={{ $json.first }}',
				last_name: '={{ $json.last }}',
				param1: '={{ $json.id }}',
			},
			matchingColumns: [],
			schema: [],
		},
		...more,
	};
}

/** Rows of a small customer list with French mobile numbers. */
export function customerRows(count: number, from = 0): INodeExecutionData[] {
	return Array.from({ length: count }, (_, index) => ({
		json: {
			phone: `+336${String(10_000_000 + from + index)}`,
			first: 'Axelle',
			last: `Durand ${from + index}`,
			id: `crm-${from + index}`,
		},
	}));
}

/** The built Octopush node in n8n's engine, beside a sandbox of its own. */
export class OctopushBench {
	private constructor(
		readonly sandbox: OctopushSandbox,
		private readonly runner: NodeRunner,
	) {}

	static async start(options: OctopushSandboxOptions = {}): Promise<OctopushBench> {
		const runner = await NodeRunner.fromPackage(join(__dirname, '../../..'));
		return new OctopushBench(await startOctopushSandbox(options), runner);
	}

	async stop(): Promise<void> {
		await this.sandbox.close();
	}

	/** @param node settings of the node besides its parameters, such as `onError` */
	start(
		rows: INodeExecutionData[],
		parameters: FormValues,
		node: Partial<INode> = {},
		workflow: Partial<TestWorkflow> = {},
	): StartedRun {
		const { apiLogin, apiKey, baseUrl } = this.sandbox;
		const { nodes: following = [], ...rest } = workflow;
		return this.runner.start({
			rows,
			nodes: [
				{ name: 'Octopush', type: 'n8n-nodes-octopush.octopush', parameters, credentials, ...node },
				...following,
			],
			credentials: { octopushApi: { apiLogin, apiKey, baseUrl } },
			...rest,
		});
	}

	async run(...args: Parameters<OctopushBench['start']>): Promise<FinishedRun> {
		return await this.start(...args).finished;
	}

	/** The requests to one path. */
	sent(path: string) {
		return this.sandbox.requests.filter((request) => request.path === `/v1/public${path}`);
	}
}

const credentials = { octopushApi: { id: 'credential-1', name: 'Octopush' } };

/** What the items of an output say. */
export function jsonOf(items: readonly INodeExecutionData[]) {
	return items.map(({ json }) => json);
}
