import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { buildForm, runOperation } from '../../n8n/node/operation';
import { rowSources } from '../../n8n/node/rowSources';
import { searchCampaigns } from './campaign/search';
import { searchAgents } from './campaign/fields/agentPicker';
import { searchIntegrations } from './campaign/fields/integrationPicker';
import { searchTimeZones } from './campaign/fields/timeZonePicker';
import { getContactFields } from './contact/columns';
import { operations } from './operations';
import { outputsExpression } from './contact/add/output';
import { testCredential } from './testCredential';

/** Altur: AI phone and WhatsApp campaigns (docs.altur.io). */
export class Altur implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Altur',
		name: 'altur',
		icon: { light: 'file:altur.svg', dark: 'file:altur.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ ({ add: "add to campaign", addFromFile: "add from file", getAll: "get many", getRecording: "get recording" }[$parameter["operation"]] ?? $parameter["operation"]) + ": " + ({ endUser: "end user" }[$parameter["resource"]] ?? $parameter["resource"]) }}',
		description: 'Create AI phone and WhatsApp campaigns and load contacts into them',
		defaults: { name: 'Altur' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				'AI phone and WhatsApp campaigns: create and start a campaign, load contacts into it from a sheet, a CRM or a CSV or Excel file in batches, read calls and results',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-altur.alturTrigger',
					relationHint: 'Starts a workflow with what came of a call or a campaign',
				},
				...rowSources,
			],
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression,
		credentials: [{ name: 'alturApi', required: true, testedBy: 'testCredential' }],
		properties: buildForm(
			[
				{ name: 'Call', value: 'call' },
				{ name: 'Campaign', value: 'campaign' },
				{ name: 'Contact', value: 'contact' },
				{ name: 'End User', value: 'endUser' },
				{ name: 'Message', value: 'message' },
				{ name: 'Thread', value: 'thread' },
			],
			operations,
			{ resource: 'contact', operation: { call: 'getAll', campaign: 'create', contact: 'add' } },
			'Altur',
		),
	};

	methods = {
		credentialTest: { testCredential },
		listSearch: { searchAgents, searchCampaigns, searchIntegrations, searchTimeZones },
		resourceMapping: { getContactFields },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, operations);
	}
}
