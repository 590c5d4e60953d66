import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import type { Client } from '../../bulk/request/send';
import { askFromEditor as ask } from '../../n8n/client/askFromEditor';
import type { CredentialRules } from '../../n8n/client/credential';
import { openPacedClient, type PacedClientOptions } from '../../n8n/client/pacedClient';
import type { Ask } from '../../n8n/client/ask';
import { completeBaseUrl } from './baseUrl';
import { explainFailure } from './errors';
import { kindOfRefusal } from './refusalKind';

/** Every campaign and contact page of the vendor: "Rate Limit: 12 requests per second". */
export const alturLimit = { requests: 12, windowMs: 1000 };

/** What a usable credential of Altur is. */
export const alturCredential: CredentialRules = {
	credentialName: 'alturApi',
	service: 'Altur',
	required: { apiKey: 'API key' },
	advice: 'Open the credential and paste the key from Altur, Dashboard > API Keys.',
	addressOf: ({ baseUrl }) => completeBaseUrl(baseUrl),
};

const altur = {
	credential: alturCredential,
	limit: alturLimit,
	kindOf: kindOfRefusal,
};

/**
 * Opens the client of Altur for one execution, or for one list in the editor.
 *
 * @throws InputProblem or UserError when the credential cannot be used
 */
export async function openClient(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	options?: PacedClientOptions,
): Promise<Client> {
	return await openPacedClient(context, altur, options);
}

/** Asks Altur for a list of the editor. @throws NodeOperationError, with words for the person */
export async function askFromEditor(
	context: ILoadOptionsFunctions,
	options?: PacedClientOptions,
): Promise<Ask> {
	return await ask(context, openClient, explainFailure, options);
}
