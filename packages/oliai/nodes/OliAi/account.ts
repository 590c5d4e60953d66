import type { CredentialRules } from '../../../../n8n/client/credential';
import { addressOf } from './baseUrl';

/** "60 requests/minute" per key (docs.oliai.in, Overview). */
export const generalLimit = { requests: 60, windowMs: 60_000 };

/** "Bulk import: 10 requests/minute" per key. Whether it means POST /contacts/bulk is not said, so it is assumed. */
export const bulkLimit = { requests: 10, windowMs: 60_000 };

/** What a usable OliAI credential is. */
export const oliAiCredential: CredentialRules = {
	credentialName: 'oliAiApi',
	service: 'OliAI',
	required: { apiKey: 'API key' },
	advice: 'Open the credential and paste the key from OliAI, Settings > API Keys.',
	addressOf,
};
