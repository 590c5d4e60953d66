import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { sharedPacer } from '../../bulk/pace/pacer';
import type { Client } from '../../bulk/request/send';
import { prepareClient, type ClientOptions } from '../../n8n/client/prepareClient';
import { alturCredential, alturLimit } from './account';
import { kindOfRefusal } from './kindOfRefusal';

/**
 * Opens the way to Altur for one execution, or for one list in the editor.
 *
 * @param options `requestsPerSecond` is at most Altur's 12
 * @throws NodeOperationError when the credential cannot be used
 */
export async function openClient(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	{
		requestsPerSecond = alturLimit.requests,
		...options
	}: ClientOptions & { requestsPerSecond?: number } = {},
): Promise<Client> {
	const { identity, client } = await prepareClient(context, alturCredential, options);
	const isSlower = requestsPerSecond < alturLimit.requests;
	const own = isSlower ? { ...alturLimit, requests: requestsPerSecond } : undefined;
	return { ...client, kindOf: kindOfRefusal, lane: sharedPacer(identity, alturLimit).openLane(own) };
}
