import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { searchAgents } from './campaign/fields/agentPicker';
import { searchCampaigns } from './campaign/search';
import { triggerForm } from './trigger/form';
import { receive } from './trigger/receive';
import { checkTrigger } from './trigger/setUp';
import { testCredential } from './testCredential';

/** Altur Trigger: what comes of calls and campaigns, by Altur's signed webhooks (docs.altur.io, Webhooks Overview). */
export class AlturTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Altur Trigger',
		name: 'alturTrigger',
		icon: { light: 'file:altur.svg', dark: 'file:altur.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Start a workflow when a call ends, or when the status of a campaign changes',
		defaults: { name: 'Altur Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'alturApi', required: true, testedBy: 'testCredential' }],
		webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' }],
		properties: triggerForm,
	};

	methods = { credentialTest: { testCredential }, listSearch: { searchAgents, searchCampaigns } };

	webhookMethods = {
		default: {
			/** Altur does not tell which addresses it calls: so everything is checked each time. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await checkTrigger(this);
			},
			/** The address is taken out in Altur's dashboard, by hand. */
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
