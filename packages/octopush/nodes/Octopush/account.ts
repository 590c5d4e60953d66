import type { CredentialRules } from '../../../../n8n/client/credential';
import { completeBaseUrl } from './baseUrl';

/** No page of the vendor names a limit; this is what the node keeps to by itself. */
export const octopushLimit = { requests: 10, windowMs: 1000 };

/** What a usable Octopush credential is. */
export const octopushCredential: CredentialRules = {
	credentialName: 'octopushApi',
	service: 'Octopush',
	required: { apiLogin: 'API login', apiKey: 'API key' },
	advice: 'Open the credential and paste login and key from your Octopush account.',
	addressOf: ({ baseUrl }) => completeBaseUrl(baseUrl),
};
