import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { sharedPacer } from '../../bulk/pace/pacer';
import type { Channel } from '../../bulk/request/send';
import { prepareChannel, type ChannelOptions } from '../../n8n/client/prepareClient';
import { alturCredential, alturLimit } from './account';
import { kindOfRefusal } from './kindOfRefusal';

/**
 * Opens the way to Altur for one execution, or for one list in the editor.
 *
 * @param options `requestsPerSecond` is at most Altur's 12
 * @throws NodeOperationError when the credential cannot be used
 */
export async function openChannel(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	{
		requestsPerSecond = alturLimit.requests,
		...options
	}: ChannelOptions & { requestsPerSecond?: number } = {},
): Promise<Channel> {
	const { identity, channel } = await prepareChannel(context, alturCredential, options);
	const isSlower = requestsPerSecond < alturLimit.requests;
	const own = isSlower ? { ...alturLimit, requests: requestsPerSecond } : undefined;
	return { ...channel, kindOf: kindOfRefusal, lane: sharedPacer(identity, alturLimit).openLane(own) };
}
