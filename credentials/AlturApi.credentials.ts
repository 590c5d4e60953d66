import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';
import { credentialTestRules } from '../n8n/client/credentialTest';
import { completeBaseUrl, productionUrl } from '../nodes/Altur/baseUrl';

/** The organization's API key, sent as `Authorization: api-key <key>` (docs.altur.io, Authentication). */
export class AlturApi implements ICredentialType {
	name = 'alturApi';

	displayName = 'Altur API';

	icon: Icon = { light: 'file:../nodes/Altur/altur.svg', dark: 'file:../nodes/Altur/altur.dark.svg' };

	documentationUrl = 'https://docs.altur.io/api-reference/authentication';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'In Altur, open Dashboard > API Keys and create one. It is shown only once.',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'For Altur Trigger only: the secret of the webhook integration in Altur, by which its calls are known',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: productionUrl,
			description: 'Leave as it is, unless Altur gave you another address',
		},
	];

	/** Requests name only the path; the address is completed, and checked, where the key is added. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return {
			...requestOptions,
			baseURL: completeBaseUrl(credentials.baseUrl),
			headers: { ...requestOptions.headers, Authorization: `api-key ${String(credentials.apiKey).trim()}` },
		};
	}

	test: ICredentialTestRequest = {
		request: { url: '/campaigns', qs: { pageSize: 1 } },
		rules: credentialTestRules({
			401: 'Altur does not accept this key. Paste a valid one from Altur, Dashboard > API Keys.',
			403: 'The key is valid, but may not read campaigns. Use one with the rights for it.',
			404: `There is no Altur at this Base URL. Use ${productionUrl}.`,
		}),
	};
}
