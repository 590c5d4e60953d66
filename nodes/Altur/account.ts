import { createHash } from 'crypto';
import { NodeOperationError, type IExecuteFunctions, type ILoadOptionsFunctions } from 'n8n-workflow';
import { completeBaseUrl } from './baseUrl';

export const credentialName = 'alturApi';

/** Every campaign and contact page of the vendor: "Rate Limit: 12 requests per second". */
export const alturLimit = { requests: 12, perMilliseconds: 1000 };

/** The Altur account behind a node's credential. */
export interface Account {
	/** A digest of address and key, which reveals neither: all executions of an account share its pace. */
	identity: string;
	apiKey: string;
}

/**
 * Reads and checks the node's credential.
 *
 * @throws NodeOperationError when the key is missing or the address is refused
 */
export async function readAccount(context: IExecuteFunctions | ILoadOptionsFunctions): Promise<Account> {
	const credential = await context.getCredentials(credentialName);
	const apiKey = typeof credential.apiKey === 'string' ? credential.apiKey.trim() : '';
	if (apiKey === '') {
		throw new NodeOperationError(context.getNode(), 'The Altur credential has no API key', {
			description: 'Open the credential and paste the key from Altur, Dashboard > API Keys.',
		});
	}
	try {
		const address = completeBaseUrl(credential.baseUrl);
		return { apiKey, identity: createHash('sha256').update(`${address} ${apiKey}`).digest('hex') };
	} catch (error) {
		throw new NodeOperationError(context.getNode(), error instanceof Error ? error : String(error));
	}
}
