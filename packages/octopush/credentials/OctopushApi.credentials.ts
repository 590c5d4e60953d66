import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';
import { completeBaseUrl, productionUrl } from '../nodes/Octopush/baseUrl';

/**
 * Login and key, sent as the headers `api-login` and `api-key` (vendor page "Add a contact", Authentication). The node
 * tests them: `testedBy`.
 */
export class OctopushApi implements ICredentialType {
	name = 'octopushApi';

	displayName = 'Octopush API';

	icon: Icon = {
		light: 'file:../nodes/Octopush/octopush.svg',
		dark: 'file:../nodes/Octopush/octopush.dark.svg',
	};

	documentationUrl = 'https://dev.octopush.com/en/sms-gateway-api-documentation/';

	properties: INodeProperties[] = [
		{
			displayName: 'API Login',
			name: 'apiLogin',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'name@email.com',
			description: 'The e-mail address of your Octopush account',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'In Octopush, open the API credentials of your account',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: productionUrl,
			description: 'Leave as it is, unless Octopush gave you another address',
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
			headers: {
				...requestOptions.headers,
				'api-login': String(credentials.apiLogin).trim(),
				'api-key': String(credentials.apiKey).trim(),
			},
		};
	}
}
