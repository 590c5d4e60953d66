import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { joinLanes } from '../../../../bulk/pace/jointLane';
import { sharedPacer, type Lane } from '../../../../bulk/pace/pacer';
import type { Client } from '../../../../bulk/request/send';
import { prepareClient, type ClientOptions } from '../../../../n8n/client/prepareClient';
import { bulkLimit, generalLimit, oliAiCredential } from './account';
import { maxRequestsPerMinute } from './contact/bulkUpsert/form';
import { kindOfRefusal } from './refusal';

/** What the options of an operation say about its requests. */
interface OliAiOptions extends ClientOptions {
	/** Of bulk requests: 10 unless OliAI has granted the key another limit. */
	requestsPerMinute?: number;
}

/**
 * Opens the two ways to OliAI for one execution, or for one list in the editor. No page says whether a bulk request
 * counts for the general limit too, so it keeps to both.
 *
 * @throws NodeOperationError when the credential cannot be used
 */
export async function openClients(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	{ requestsPerMinute, ...options }: OliAiOptions = {},
): Promise<{ general: Client; bulk: Client }> {
	const { identity, client: prepared } = await prepareClient(context, oliAiCredential, options);
	const client = { ...prepared, kindOf: kindOfRefusal };
	const general = sharedPacer(`${identity} general`, generalLimit);
	const isGranted = (requestsPerMinute ?? 0) > bulkLimit.requests;
	const bulkLane = openBulkLane(identity, requestsPerMinute);
	return {
		general: { ...client, lane: general.openLane() },
		// Who was granted more bulk requests may send more than the general limit of other keys.
		bulk: { ...client, lane: isGranted ? bulkLane : joinLanes(bulkLane, general.openLane()) },
	};
}

/** Opens the way of everything that is not a bulk request. */
export async function openClient(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	options?: OliAiOptions,
): Promise<Client> {
	return (await openClients(context, options)).general;
}

/** Every lane keeps to what its execution takes for the key's limit, together with all that take less for it. */
function openBulkLane(identity: string, requests = bulkLimit.requests): Lane {
	const pacer = sharedPacer(`${identity} bulk`, { ...bulkLimit, requests: maxRequestsPerMinute });
	return pacer.openLane({ ...bulkLimit, requests });
}
