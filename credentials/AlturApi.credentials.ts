import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';
import { completeBaseUrl, productionUrl } from '../nodes/Altur/baseUrl';

/**
 * The organization's API key, sent as `Authorization: api-key <key>` (docs.altur.io, Authentication). The nodes test it:
 * `testedBy`.
 */
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
}
