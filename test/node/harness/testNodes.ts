import {
	NodeConnectionTypes,
	NodeHelpers,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type INodeTypes,
	type IVersionedNodeType,
} from 'n8n-workflow';

/** Emits the items of a test, as a sheet would. */
export class RowsNode implements INodeType {
	/** n8n calls `execute` with its own context as `this`, so the items are reached through a closure. */
	constructor(private readonly items: () => INodeExecutionData[]) {}

	description: INodeTypeDescription = {
		displayName: 'Rows',
		name: 'rows',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: { name: 'Rows' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};

	execute = async (): Promise<INodeExecutionData[][]> => [this.items()];
}

/** Lets n8n's evaluator work out one expression per item. */
export class ProbeNode implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Probe',
		name: 'probe',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Probe' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [{ displayName: 'Value', name: 'value', type: 'string', default: '' }],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const probed = this.getInputData().map(({ json }, item) => ({
			json: { ...json, probed: this.getNodeParameter('value', item) ?? null },
			pairedItem: { item },
		}));
		return [probed];
	}
}

export class GivenNodeTypes implements INodeTypes {
	private readonly types = new Map<string, INodeType | IVersionedNodeType>();

	add(name: string, type: INodeType | IVersionedNodeType): void {
		this.types.set(name, type);
	}

	getByName(name: string): INodeType | IVersionedNodeType {
		const type = this.types.get(name);
		if (!type) throw new Error(`There is no node type ${name} in this test`);
		return type;
	}

	getByNameAndVersion(name: string, version?: number): INodeType {
		return NodeHelpers.getVersionedNodeType(this.getByName(name), version);
	}

	getKnownTypes() {
		return {};
	}
}
