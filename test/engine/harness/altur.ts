import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeListSearchResult,
	INodeProperties,
	NodeParameterValueType,
} from 'n8n-workflow';
import {
	startAlturSandbox,
	type AlturSandbox,
	type AlturSandboxOptions,
} from '../../../sandbox/altur/startAlturSandbox';
import { NodeRunner, type FinishedRun, type StartedRun, type TestWorkflow } from './nodeRunner';

type FormValues = Record<string, NodeParameterValueType>;

/** The form of "Add to Campaign", with the four columns of the sample rows dragged into it. */
export function addParameters(campaignId: string | number, more: FormValues = {}): FormValues {
	return {
		resource: 'contact',
		operation: 'add',
		campaignId: { __rl: true, mode: 'id', value: String(campaignId) },
		columns: {
			mappingMode: 'defineBelow',
			value: { contact: '={{ $json.phone }}', name: '={{ $json.name }}', f_id: '={{ $json.id }}' },
			matchingColumns: [],
			schema: [],
		},
		...more,
	};
}

/** Rows of a small customer list, with numbers that Altur takes. */
export function customerRows(count: number, from = 0): INodeExecutionData[] {
	return Array.from({ length: count }, (_, index) => ({
		json: {
			phone: `+5255${String(10_000_000 + from + index)}`,
			name: `Cliente ${from + index}`,
			id: `crm-${from + index}`,
		},
	}));
}

/** The built Altur node in n8n's engine, beside a sandbox of its own. */
export class AlturBench {
	private constructor(
		readonly sandbox: AlturSandbox,
		private readonly runner: NodeRunner,
	) {}

	static async start(options: AlturSandboxOptions = {}): Promise<AlturBench> {
		const runner = await NodeRunner.fromPackage(process.cwd());
		return new AlturBench(await startAlturSandbox(options), runner);
	}

	async stop(): Promise<void> {
		await this.sandbox.close();
	}

	/** @param node settings of the Altur node besides its parameters, such as `onError` */
	start(
		rows: INodeExecutionData[],
		parameters: FormValues,
		node: Partial<INode> = {},
		workflow: Partial<TestWorkflow> = {},
	): StartedRun {
		const { nodes: following = [], ...rest } = workflow;
		return this.runner.start({
			rows,
			nodes: [
				{ name: 'Altur', type: 'n8n-nodes-altur.altur', parameters, credentials, ...node },
				...following,
			],
			credentials: { alturApi: { apiKey: this.sandbox.apiKey, baseUrl: this.sandbox.baseUrl } },
			...rest,
		});
	}

	async run(...args: Parameters<AlturBench['start']>): Promise<FinishedRun> {
		return await this.start(...args).finished;
	}

	/** The form's fields, as the editor reads them. */
	properties(): INodeProperties[] {
		return this.runner.nodeType('n8n-nodes-altur.altur').description.properties;
	}

	/** Opens a list of the form that is filled in so far, and types into it. */
	async searchList(
		method: string,
		parameters: FormValues,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const { apiKey, baseUrl } = this.sandbox;
		const node = { name: 'Altur', type: 'n8n-nodes-altur.altur', parameters, credentials };
		return await this.runner.searchList(
			method,
			node,
			{ alturApi: { apiKey, baseUrl } },
			filter,
			paginationToken,
		);
	}

	/** The requests that added contacts. */
	posts() {
		return this.sandbox.requests.filter(
			({ method, path }) => method === 'POST' && path.endsWith('/contacts'),
		);
	}
}

const credentials = { alturApi: { id: 'credential-1', name: 'Altur' } };

/** What the items of an output say. */
export function jsonOf(items: readonly INodeExecutionData[]): IDataObject[] {
	return items.map(({ json }) => json);
}
