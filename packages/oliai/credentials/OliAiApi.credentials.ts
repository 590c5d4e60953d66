import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';
import { addressOf, productionUrl } from '../nodes/OliAi/baseUrl';

/** The organization's API key, sent as the header `x-api-key` (docs.oliai.in, Authentication). The node tests it: `testedBy`. */
export class OliAiApi implements ICredentialType {
	name = 'oliAiApi';

	displayName = 'OliAI API';

	icon: Icon = { light: 'file:../nodes/OliAi/oliAi.svg', dark: 'file:../nodes/OliAi/oliAi.dark.svg' };

	documentationUrl = 'https://docs.oliai.in/api-reference/authentication';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'In OliAI, open Settings > API Keys and create one. It is shown only once.',
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			default: 'production',
			options: [
				{ name: 'Production', value: 'production' },
				{ name: 'QA', value: 'qa', description: "OliAI's staging system, with keys of its own" },
				{ name: 'Other Address', value: 'other' },
			],
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: productionUrl,
			displayOptions: { show: { environment: ['other'] } },
			description: 'The address that OliAI gave you',
		},
	];

	/** Requests name only the path; the address is completed, and checked, where the key is added. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return {
			...requestOptions,
			baseURL: addressOf(credentials),
			headers: { ...requestOptions.headers, 'x-api-key': String(credentials.apiKey).trim() },
		};
	}
}
