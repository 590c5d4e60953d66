import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { parseBaseUrl } from '../../../../n8n/client/baseUrl';

export const productionUrl = 'https://api.oliai.in/v1';
const qaUrl = 'https://api.qa.oliai.in/v1';

/**
 * The address that a credential names (docs.oliai.in, Overview: production and QA).
 *
 * @returns an absolute URL without a trailing slash
 * @throws UserError when another address is no URL, carries a user name or query, or would send the key unencrypted
 * to another machine
 */
export function addressOf({ environment, baseUrl }: ICredentialDataDecryptedObject): string {
	if (environment === 'qa') return qaUrl;
	const written = environment === 'other' && typeof baseUrl === 'string' ? baseUrl.trim() : '';
	if (written === '') return productionUrl;
	const url = parseBaseUrl(written, 'OliAI', productionUrl);
	const path = url.pathname.replace(/(?<!\/)\/+$/, '');
	return url.origin + (path === '' ? '/v1' : path);
}
