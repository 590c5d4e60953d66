import type { ICredentialTestRequest } from 'n8n-workflow';

/**
 * What n8n says below a credential that does not work.
 *
 * @param messages by the HTTP status with which the service answers the test request
 */
export function credentialTestRules(messages: Record<number, string>): ICredentialTestRequest['rules'] {
	return Object.entries(messages).map(([status, message]) => ({
		type: 'responseCode',
		properties: { value: Number(status), message },
	}));
}
