import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeListSearchResult,
	INodeProperties,
	NodeParameterValueType,
} from 'n8n-workflow';
import type { Sandbox } from '../../../sandbox/server/sandbox';
import type { FinishedRun, NodeRunner, StartedRun, TestWorkflow } from './nodeRunner';

export type FormValues = Record<string, NodeParameterValueType>;

/** The node under test, and the credential that leads it to its sandbox. */
interface NodeUnderTest {
	name: string;
	type: string;
	credentialType: string;
	credential: ICredentialDataDecryptedObject;
}

/**
 * A built node in n8n's engine, beside a sandbox of its own. Each bench is another account to the node, with a pace
 * of its own.
 */
export class NodeBench<Service extends Sandbox> {
	constructor(
		readonly sandbox: Service,
		private readonly runner: NodeRunner,
		private readonly node: NodeUnderTest,
	) {}

	async stop(): Promise<void> {
		await this.sandbox.close();
	}

	/** @param node settings of the node besides its parameters, such as `onError` */
	start(
		rows: INodeExecutionData[],
		parameters: FormValues,
		node: Partial<INode> = {},
		{ nodes: following = [], ...workflow }: Partial<TestWorkflow> = {},
	): StartedRun {
		return this.runner.start({
			rows,
			nodes: [{ ...this.placed(parameters), ...node }, ...following],
			credentials: this.credentials,
			...workflow,
		});
	}

	async run(...args: Parameters<NodeBench<Service>['start']>): Promise<FinishedRun> {
		return await this.start(...args).finished;
	}

	/** The form's fields, as the editor reads them. */
	properties(): INodeProperties[] {
		return this.runner.nodeType(this.node.type).description.properties;
	}

	/** Opens a list of the form that is filled in so far, and types into it. */
	async searchList(
		method: string,
		parameters: FormValues,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const node = this.placed(parameters);
		return await this.runner.searchList(method, node, this.credentials, filter, paginationToken);
	}

	/** Presses "Save" on a credential like the bench's own, but for what is given. */
	async testCredential(changed: ICredentialDataDecryptedObject = {}, type = this.node.type) {
		const { credentialType, credential } = this.node;
		return await this.runner.testCredential(type, credentialType, { ...credential, ...changed });
	}

	/** What the credential of the bench holds. */
	get givenCredential(): ICredentialDataDecryptedObject {
		return this.node.credential;
	}

	private placed(parameters: FormValues) {
		const { name, type, credentialType } = this.node;
		return { name, type, parameters, credentials: { [credentialType]: { id: 'credential-1', name } } };
	}

	private get credentials(): TestWorkflow['credentials'] {
		return { [this.node.credentialType]: this.node.credential };
	}
}

/** What the items of an output say. */
export function jsonOf(items: readonly INodeExecutionData[]): IDataObject[] {
	return items.map(({ json }) => json);
}
