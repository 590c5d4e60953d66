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
import { searchAudiences } from './audience/picker';
import { getContactFields } from './contact/columns';
import { upsertStatuses } from './contact/output';
import { operations } from './operations';
import { waitHints } from './waitHints';
import { testCredential } from './testCredential';

/** OliAI: contacts and audiences of AI voice calls (docs.oliai.in). */
export class OliAi implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'OliAI',
		name: 'oliAi',
		icon: { light: 'file:oliAi.svg', dark: 'file:oliAi.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ ({ addContacts: "add contacts", addFromFile: "create or update from file", addToAudience: "add to audience", bulkDelete: "delete in bulk", bulkUpsert: "create or update in bulk", getAll: "get many", getContacts: "get contacts", removeContacts: "remove contacts" }[$parameter["operation"]] ?? $parameter["operation"]) + ": " + $parameter["resource"] }}',
		description: 'Load contacts into OliAI, and put them into the audiences of AI voice campaigns',
		defaults: { name: 'OliAI' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				'Contacts for AI phone calls of OliAI: load them from a sheet, a CRM or a CSV or Excel file in batches, put them into an audience',
			relatedNodes: rowSources,
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression('contact', 'bulkUpsert', upsertStatuses),
		credentials: [{ name: 'oliAiApi', required: true, testedBy: 'testCredential' }],
		hints: waitHints,
		properties: buildForm(
			[
				{ name: 'Audience', value: 'audience' },
				{ name: 'Contact', value: 'contact' },
			],
			operations,
			{ resource: 'contact', operation: { contact: 'bulkUpsert', audience: 'getAll' } },
			'OliAI',
		),
	};

	methods = {
		credentialTest: { testCredential },
		listSearch: { searchAudiences },
		resourceMapping: { getContactFields },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, operations);
	}
}
