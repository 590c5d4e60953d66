import type { INodeProperties } from 'n8n-workflow';

/** A status that a row can come to, and how its branch is called. */
export interface StatusLabel {
	status: string;
	label: string;
	/** The status in whose branch it leaves, when it has none of its own. */
	inBranchOf?: string;
}

/** The form field "Output". */
export function outputField(statuses: readonly StatusLabel[]): INodeProperties {
	const count = ['no', 'One', 'Two', 'Three', 'Four', 'Five'][statuses.length] ?? String(statuses.length);
	return {
		displayName: 'Output',
		name: 'output',
		type: 'options',
		noDataExpression: true,
		default: 'perContact',
		description: 'How the results leave the node',
		options: [
			{ name: 'One Item per Contact', value: 'perContact', description: 'In the order of the input' },
			{ name: 'One Item per Status', value: 'perStatus', description: 'With a count and the contacts' },
			{
				name: 'Separate Branches',
				value: 'branches',
				description: `${count} outputs: ${statuses.map(({ label }) => label).join(', ')}`,
			},
		],
	};
}

/**
 * The outputs of a node as n8n's expression: one, or a branch per status where the form of an operation asks for it.
 * n8n works it out again whenever the form changes.
 */
export function outputsExpression(
	resource: string,
	operation: string,
	statuses: readonly StatusLabel[],
): `={{${string}}}` {
	const branches = statuses.map(({ label }) => `{ "type": "main", "displayName": "${label}" }`).join(', ');
	return `={{ $parameter["resource"] === "${resource}" && $parameter["operation"] === "${operation}" && $parameter["output"] === "branches" ? [${branches}] : ["main"] }}`;
}
