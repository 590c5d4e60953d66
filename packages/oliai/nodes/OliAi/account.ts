import { createHash } from 'crypto';
import { NodeOperationError, type IExecuteFunctions, type ILoadOptionsFunctions } from 'n8n-workflow';
import { addressOf } from './baseUrl';

export const credentialName = 'oliAiApi';

/** "60 requests/minute" per key (docs.oliai.in, Overview). */
export const generalLimit = { requests: 60, perMilliseconds: 60_000 };

/** "Bulk import: 10 requests/minute" per key. Whether it means POST /contacts/bulk is not said, so it is assumed. */
export const bulkLimit = { requests: 10, perMilliseconds: 60_000 };

/** The OliAI organization behind a node's credential. */
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
		throw new NodeOperationError(context.getNode(), 'The OliAI credential has no API key', {
			description: 'Open the credential and paste the key from OliAI, Settings > API Keys.',
		});
	}
	try {
		const address = addressOf(credential);
		return { apiKey, identity: createHash('sha256').update(`${address} ${apiKey}`).digest('hex') };
	} catch (error) {
		throw new NodeOperationError(context.getNode(), error instanceof Error ? error : String(error));
	}
}
