import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { joinLanes } from '../../../../bulk/pace/jointLane';
import { sharedPacer, type Lane } from '../../../../bulk/pace/pacer';
import type { Channel } from '../../../../bulk/request/send';
import { prepareChannel, type ChannelOptions } from '../../../../n8n/client/prepareClient';
import { bulkLimit, generalLimit, oliAiCredential } from './account';
import { mostPerMinute } from './contact/bulkUpsert/form';
import { kindOfRefusal } from './refusal';

/** What the options of an operation say about its requests. */
interface OliAiOptions extends ChannelOptions {
	/** Of bulk requests: 10 unless OliAI has granted the key another limit. */
	requestsPerMinute?: number;
}

/**
 * Opens the two ways to OliAI for one execution, or for one list in the editor. No page says whether a bulk request
 * counts for the general limit too, so it keeps to both.
 *
 * @throws NodeOperationError when the credential cannot be used
 */
export async function openChannels(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	{ requestsPerMinute, ...options }: OliAiOptions = {},
): Promise<{ general: Channel; bulk: Channel }> {
	const { identity, channel: prepared } = await prepareChannel(context, oliAiCredential, options);
	const channel = { ...prepared, kindOf: kindOfRefusal };
	const general = sharedPacer(`${identity} general`, generalLimit);
	const isGranted = (requestsPerMinute ?? 0) > bulkLimit.requests;
	const bulkLane = openBulkLane(identity, requestsPerMinute);
	return {
		general: { ...channel, lane: general.openLane() },
		// Who was granted more bulk requests may send more than the general limit of other keys.
		bulk: { ...channel, lane: isGranted ? bulkLane : joinLanes(bulkLane, general.openLane()) },
	};
}

/** Opens the way of everything that is not a bulk request. */
export async function openChannel(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	options?: OliAiOptions,
): Promise<Channel> {
	return (await openChannels(context, options)).general;
}

/** Every lane keeps to what its execution takes for the key's limit, together with all that take less for it. */
function openBulkLane(identity: string, requests = bulkLimit.requests): Lane {
	const pacer = sharedPacer(`${identity} bulk`, { ...bulkLimit, requests: mostPerMinute });
	return pacer.openLane({ ...bulkLimit, requests });
}
