import { parseBaseUrl } from '../../../../n8n/client/baseUrl';

export const productionUrl = 'https://api.octopush.com/v1/public';

/**
 * Completes the base URL of a credential as people write it: without a scheme, with a trailing slash, without
 * `/v1/public`.
 *
 * @param written what stands in the credential; empty means production
 * @returns an absolute URL without a trailing slash
 * @throws UserError when it is no URL, carries a user name or query, or would send the key unencrypted to
 * another machine
 */
export function completeBaseUrl(written: unknown): string {
	const text = typeof written === 'string' ? written.trim() : '';
	if (text === '') return productionUrl;
	const url = parseBaseUrl(text, 'Octopush', productionUrl);
	const path = url.pathname.replace(/(?<!\/)\/+$/, '');
	return url.origin + (path === '' ? '/v1/public' : path);
}
