import type { CredentialRules } from '../../n8n/client/credential';
import { completeBaseUrl } from './baseUrl';

/** Every campaign and contact page of the vendor: "Rate Limit: 12 requests per second". */
export const alturLimit = { requests: 12, windowMs: 1000 };

/** What a usable Altur credential is. */
export const alturCredential: CredentialRules = {
	credentialName: 'alturApi',
	service: 'Altur',
	required: { apiKey: 'API key' },
	advice: 'Open the credential and paste the key from Altur, Dashboard > API Keys.',
	addressOf: ({ baseUrl }) => completeBaseUrl(baseUrl),
};
