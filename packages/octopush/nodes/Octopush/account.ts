import { createHash } from 'crypto';
import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { completeBaseUrl } from './baseUrl';

export const credentialName = 'octopushApi';

/** No page of the vendor names a limit; this is what the node keeps to by itself. */
export const octopushLimit = { requests: 10, perMilliseconds: 1000 };

/** The Octopush account behind a node's credential. */
export interface Account {
	/** A digest of address, login and key, which reveals none: all executions of an account share its pace. */
	identity: string;
	apiKey: string;
}

/**
 * Reads and checks the node's credential.
 *
 * @throws NodeOperationError when login or key is missing, or the address is refused
 */
export async function readAccount(context: IExecuteFunctions): Promise<Account> {
	const credential = await context.getCredentials(credentialName);
	const [login, apiKey] = [credential.apiLogin, credential.apiKey].map((value) =>
		typeof value === 'string' ? value.trim() : '',
	);
	if (!login || !apiKey) {
		const missing = login ? 'API key' : 'API login';
		throw new NodeOperationError(context.getNode(), `The Octopush credential has no ${missing}`, {
			description: 'Open the credential and paste login and key from your Octopush account.',
		});
	}
	try {
		const address = completeBaseUrl(credential.baseUrl);
		return {
			apiKey,
			identity: createHash('sha256').update(`${address} ${login} ${apiKey}`).digest('hex'),
		};
	} catch (error) {
		throw new NodeOperationError(context.getNode(), error instanceof Error ? error : String(error));
	}
}
