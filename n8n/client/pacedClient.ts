import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import type { RateLimit } from '../../bulk/pace/rateWindow';
import { sharedPacer } from '../../bulk/pace/sharedPacer';
import type { Client } from '../../bulk/request/send';
import type { CredentialRules } from './credential';
import { prepareClient, type ClientOptions } from './prepareClient';

/** What the options of every operation of a service with one limit say about its requests. */
export interface PacedClientOptions extends ClientOptions {
	/** At most what the limit allows in a second; less keeps to a slower pace of its own. */
	requestsPerSecond?: number;
}

/** What has to be known of a service with one limit for all requests of a key. */
interface PacedService {
	credential: CredentialRules;
	/** In a second. */
	limit: RateLimit;
	kindOf: Client['kindOf'];
}

/**
 * Opens the client of such a service for one execution, or for one list in the editor.
 *
 * @throws InputProblem or UserError when the credential cannot be used
 */
export async function openPacedClient(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	{ credential, limit, kindOf }: PacedService,
	{ requestsPerSecond = limit.requests, ...options }: PacedClientOptions = {},
): Promise<Client> {
	const { identity, client } = await prepareClient(context, credential, options);
	const slower = requestsPerSecond < limit.requests ? { ...limit, requests: requestsPerSecond } : undefined;
	return { ...client, kindOf, lane: sharedPacer(identity, limit).openLane(slower) };
}
