import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { buildForm, runOperation } from '../../../../n8n/node/operation';
import { rowSources } from '../../../../n8n/node/rowSources';
import { outputsExpression } from '../../../../n8n/form/outputField';
import { getContactFields } from './contact/columns';
import { addStatuses } from './contact/output';
import { operations } from './operations';
import { testCredential } from './testCredential';

/** Octopush: SMS contacts and lists (dev.octopush.com). */
export class Octopush implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Octopush',
		name: 'octopush',
		icon: { light: 'file:octopush.svg', dark: 'file:octopush.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ ({ addFromFile: "add from file", getBalance: "get balance" }[$parameter["operation"]] ?? $parameter["operation"]) + ": " + ({ contactList: "contact list" }[$parameter["resource"]] ?? $parameter["resource"]) }}',
		description: 'Load contacts into Octopush SMS lists, and look after the lists',
		defaults: { name: 'Octopush' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				'SMS contacts of Octopush: load them from a sheet, a CRM or a CSV or Excel file in batches, put them into a list, tag or remove them',
			relatedNodes: rowSources,
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression('contact', 'add', addStatuses),
		credentials: [{ name: 'octopushApi', required: true, testedBy: 'testCredential' }],
		properties: buildForm(
			[
				{ name: 'Account', value: 'account' },
				{ name: 'Contact', value: 'contact' },
				{ name: 'Contact List', value: 'contactList' },
			],
			operations,
			{ resource: 'contact', operation: { contact: 'add', contactList: 'create', account: 'getBalance' } },
			'Octopush',
		),
	};

	methods = { credentialTest: { testCredential }, resourceMapping: { getContactFields } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, operations);
	}
}
