import type { CredentialFile } from '../scripts/n8n/commandLine';

/** The key that the sandbox takes. */
export const apiKey = 'bench-key';

/** How a node names them. */
export const alturCredential = { id: 'benchAltur000001', name: 'Altur' };
export const headerCredential = { id: 'benchHeader00001', name: 'Altur header' };

/** Both, as n8n imports them: the node's own, and the header that HTTP Request sends. */
export function credentialFiles(baseUrl: string): CredentialFile[] {
	return [
		{ ...alturCredential, type: 'alturApi', data: { apiKey, baseUrl } },
		{
			...headerCredential,
			type: 'httpHeaderAuth',
			data: { name: 'Authorization', value: `api-key ${apiKey}` },
		},
	];
}
