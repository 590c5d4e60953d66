import { UserError } from 'n8n-workflow';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Reads the base URL of a credential as people write it: without a scheme, with a trailing slash.
 *
 * @param written what stands in the credential, not empty
 * @param service its name, as people write it
 * @param production the address to recommend
 * @throws UserError when it is no URL, carries a user name or query, or would send the key unencrypted to
 * another machine
 */
export function parseBaseUrl(written: string, service: string, production: string): URL {
	const url = parseUrl(/^[a-z][a-z\d+.-]*:\/\//i.test(written) ? written : `https://${written}`);
	const isPlain = url?.username === '' && url.password === '' && url.search === '' && url.hash === '';
	if (!url || !isPlain) {
		throw new UserError(
			`The Base URL of the ${service} credential is not a plain web address. Use ${production}.`,
		);
	}
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback.test(url.hostname))) {
		throw new UserError(
			`The Base URL of the ${service} credential does not begin with https, so the API key would travel unprotected. Use https.`,
		);
	}
	return url;
}

function parseUrl(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}
