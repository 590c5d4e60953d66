import type { IExecuteFunctions } from 'n8n-workflow';
import type { Client } from '../../../../bulk/request/send';
import type { CredentialRules } from '../../../../n8n/client/credential';
import { openPacedClient, type PacedClientOptions } from '../../../../n8n/client/pacedClient';
import { completeBaseUrl } from './baseUrl';
import { kindOfRefusal } from './refusal';

/** No page of the vendor names a limit; this is what the node keeps to by itself. */
export const octopushLimit = { requests: 10, windowMs: 1000 };

/** What a usable credential of Octopush is. */
export const octopushCredential: CredentialRules = {
	credentialName: 'octopushApi',
	service: 'Octopush',
	required: { apiLogin: 'API login', apiKey: 'API key' },
	advice: 'Open the credential and paste login and key from your Octopush account.',
	addressOf: ({ baseUrl }) => completeBaseUrl(baseUrl),
};

const octopush = {
	credential: octopushCredential,
	limit: octopushLimit,
	kindOf: kindOfRefusal,
};

/**
 * Opens the client of Octopush for one execution.
 *
 * @throws InputProblem or UserError when the credential cannot be used
 */
export async function openClient(context: IExecuteFunctions, options?: PacedClientOptions): Promise<Client> {
	return await openPacedClient(context, octopush, options);
}
