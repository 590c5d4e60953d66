import type { IExecuteFunctions } from 'n8n-workflow';
import { sharedPacer } from '../../../../bulk/pace/pacer';
import type { Client } from '../../../../bulk/request/send';
import { prepareClient, type ClientOptions } from '../../../../n8n/client/prepareClient';
import { octopushCredential, octopushLimit } from './account';
import { kindOfRefusal } from './refusal';

/**
 * Opens the way to Octopush for one execution.
 *
 * @param options `requestsPerSecond` is at most the node's own 10
 * @throws NodeOperationError when the credential cannot be used
 */
export async function openClient(
	context: IExecuteFunctions,
	{
		requestsPerSecond = octopushLimit.requests,
		...options
	}: ClientOptions & { requestsPerSecond?: number } = {},
): Promise<Client> {
	const { identity, client } = await prepareClient(context, octopushCredential, options);
	const isSlower = requestsPerSecond < octopushLimit.requests;
	const own = isSlower ? { ...octopushLimit, requests: requestsPerSecond } : undefined;
	return { ...client, kindOf: kindOfRefusal, lane: sharedPacer(identity, octopushLimit).openLane(own) };
}
