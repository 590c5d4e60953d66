import { randomUUID } from 'node:crypto';
import type { N8nClient } from '../../../scripts/n8n/client';

export type Row = Record<string, string | number>;

/** A node of Altur in a workflow that a test prepares. */
export interface AlturNode {
	name: string;
	parameters: Record<string, unknown>;
	/** Left out: the node has no credential. */
	credential?: { id: string; name: string };
}

interface PreparedWorkflow {
	/** The rows of the sheet in front. */
	rows: Row[];
	nodes: AlturNode[];
	/** Empty nodes to the right, not connected yet. */
	behind?: string[];
}

/** What the sheet in front is called. */
export const sheet = 'Leads sheet';

const node = (name: string, type: string, typeVersion: number, position: [number, number]) => ({
	id: randomUUID(),
	name,
	type,
	typeVersion,
	position,
	parameters: {},
});

/**
 * Stores a workflow in which a sheet with pinned rows stands before nodes of Altur.
 *
 * @returns its id
 */
export async function storeWorkflow(
	client: N8nClient,
	{ rows, nodes, behind = [] }: PreparedWorkflow,
): Promise<string> {
	const trigger = node('Start', 'n8n-nodes-base.manualTrigger', 1, [0, 0]);
	const source = {
		...node(sheet, 'n8n-nodes-base.extractFromFile', 1.1, [220, 0]),
		parameters: { operation: 'csv', options: {} },
	};
	const altur = nodes.map(({ name, parameters, credential }, index) => ({
		...node(name, 'n8n-nodes-altur.altur', 1, [460, index * 220]),
		parameters,
		...(credential && { credentials: { alturApi: credential } }),
	}));
	const targets = behind.map((name, index) =>
		node(name, 'n8n-nodes-base.noOp', 1, [760, (index - (behind.length - 1) / 2) * 160]),
	);
	const workflow = {
		name: 'Leads to Altur',
		nodes: [trigger, source, ...altur, ...targets],
		connections: {
			[trigger.name]: { main: [[{ node: sheet, type: 'main', index: 0 }]] },
			[sheet]: { main: [altur.map(({ name }) => ({ node: name, type: 'main', index: 0 }))] },
		},
		pinData: { [sheet]: rows.map((json) => ({ json })) },
	};
	return await client.createWorkflow(workflow);
}

/** The campaign of the demo that is active. */
export const activeCampaign = {
	__rl: true,
	mode: 'list',
	value: '1236',
	cachedResultName: 'Cobranza semanal - Phone Call - active - 1234',
};

/** The form of "Add to Campaign". */
export function addForm(columns: Record<string, string>, more: Record<string, unknown> = {}) {
	return {
		resource: 'contact',
		operation: 'add',
		campaignId: activeCampaign,
		columns: { mappingMode: 'defineBelow', value: columns, matchingColumns: [], schema: mapperSchema },
		...more,
	};
}

const mapperSchema = [
	['contact', 'Phone Number'],
	['name', 'Name'],
	['context', 'Context for the Agent'],
	['f_id', 'Unique External ID'],
].map(([id, displayName]) => ({
	id,
	displayName,
	required: id === 'contact',
	defaultMatch: false,
	canBeUsedToMatch: false,
	display: true,
	type: 'string',
}));

/** What the node is called that reads the file in front. */
export const fileReader = 'Read the file';

/**
 * Stores a workflow in which a file of n8n's folder stands before a node of Altur.
 *
 * @param selector which file: `.n8n-files/leads.csv`
 * @returns its id
 */
export async function storeFileWorkflow(
	client: N8nClient,
	selector: string,
	{ name, parameters, credential }: AlturNode,
): Promise<string> {
	const trigger = node('Start', 'n8n-nodes-base.manualTrigger', 1, [0, 0]);
	const reader = {
		...node(fileReader, 'n8n-nodes-base.readWriteFile', 1.1, [220, 0]),
		parameters: { fileSelector: selector, options: {} },
	};
	const altur = {
		...node(name, 'n8n-nodes-altur.altur', 1, [460, 0]),
		parameters,
		...(credential && { credentials: { alturApi: credential } }),
	};
	return await client.createWorkflow({
		name: 'A file to Altur',
		nodes: [trigger, reader, altur],
		connections: {
			[trigger.name]: { main: [[{ node: reader.name, type: 'main', index: 0 }]] },
			[reader.name]: { main: [[{ node: altur.name, type: 'main', index: 0 }]] },
		},
	});
}

/** The form of "Add From File". */
export function fileForm(more: Record<string, unknown> = {}) {
	return {
		resource: 'contact',
		operation: 'addFromFile',
		campaignId: activeCampaign,
		binaryProperty: 'data',
		...more,
	};
}
