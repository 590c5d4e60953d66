import { join } from 'node:path';
import type { INode, INodeExecutionData, NodeParameterValueType } from 'n8n-workflow';
import {
	startOliAiSandbox,
	type OliAiSandbox,
	type OliAiSandboxOptions,
} from '../../../../../sandbox/oliai/startOliAiSandbox';
import {
	NodeRunner,
	type FinishedRun,
	type StartedRun,
	type TestWorkflow,
} from '../../../../../test/engine/harness/nodeRunner';

export type FormValues = Record<string, NodeParameterValueType>;

/** The form of "Create or Update in Bulk", with the columns of the sample rows dragged into it. */
export function upsertParameters(more: FormValues = {}): FormValues {
	return {
		resource: 'contact',
		operation: 'bulkUpsert',
		columns: {
			mappingMode: 'defineBelow',
			value: {
				phoneNumber: '={{ $json.phone }}',
				name: '={{ $json.name }}',
				language: '={{ $json.language }}',
			},
			matchingColumns: [],
			schema: [],
		},
		...more,
	};
}

/** Rows of a small customer list with Indian mobile numbers. */
export function customerRows(count: number, from = 0): INodeExecutionData[] {
	return Array.from({ length: count }, (_, index) => ({
		json: {
			phone: `+9198${String(10_000_000 + from + index)}`,
			name: `Priya Sharma ${from + index}`,
			language: 'hi-IN',
		},
	}));
}

/** Picks an audience by its ID. */
export function audience(id: string): FormValues {
	return { audienceId: { __rl: true, mode: 'id', value: id } };
}

/**
 * The built OliAI node in n8n's engine, beside a sandbox of its own. Each bench is another account to the node, with
 * a pace of its own: one per test, or the tests wait for each other.
 */
export class OliAiBench {
	private constructor(
		readonly sandbox: OliAiSandbox,
		private readonly runner: NodeRunner,
	) {}

	static async start(options: OliAiSandboxOptions = {}): Promise<OliAiBench> {
		const runner = await NodeRunner.fromPackage(join(__dirname, '../../..'));
		return new OliAiBench(await startOliAiSandbox(options), runner);
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
		const { apiKey, baseUrl } = this.sandbox;
		const { nodes: following = [], ...rest } = workflow;
		return this.runner.start({
			rows,
			nodes: [
				{ name: 'OliAI', type: 'n8n-nodes-oliai.oliAi', parameters, credentials, ...node },
				...following,
			],
			credentials: { oliAiApi: { apiKey, environment: 'other', baseUrl } },
			...rest,
		});
	}

	async run(...args: Parameters<OliAiBench['start']>): Promise<FinishedRun> {
		return await this.start(...args).finished;
	}

	/** The requests of one method to one path below `/v1`. */
	sent(method: string, path: string) {
		return this.sandbox.requests.filter(
			(request) => request.method === method && request.path === `/v1${path}`,
		);
	}
}

const credentials = { oliAiApi: { id: 'credential-1', name: 'OliAI' } };

/** What the items of an output say. */
export function jsonOf(items: readonly INodeExecutionData[]) {
	return items.map(({ json }) => json);
}
