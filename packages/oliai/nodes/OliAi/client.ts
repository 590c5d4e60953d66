import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { joinLanes } from '../../../../bulk/pace/jointLane';
import type { Lane } from '../../../../bulk/pace/pacer';
import { sharedPacer } from '../../../../bulk/pace/sharedPacer';
import type { Client } from '../../../../bulk/request/send';
import type { CredentialRules } from '../../../../n8n/client/credential';
import { prepareClient, type ClientOptions } from '../../../../n8n/client/prepareClient';
import { addressOf } from './baseUrl';
import { kindOfRefusal } from './refusal';

/** "60 requests/minute" per key (docs.oliai.in, Overview). */
export const generalLimit = { requests: 60, windowMs: 60_000 };

/** "Bulk import: 10 requests/minute" per key. Whether it means POST /contacts/bulk is not said, so it is assumed. */
export const bulkLimit = { requests: 10, windowMs: 60_000 };

/** Bulk requests a minute that an organization may have been granted; of our own, against slips of the keyboard. */
export const maxBulkRequestsPerMinute = 600;

/** What a usable OliAI credential is. */
export const oliAiCredential: CredentialRules = {
	credentialName: 'oliAiApi',
	service: 'OliAI',
	required: { apiKey: 'API key' },
	advice: 'Open the credential and paste the key from OliAI, Settings > API Keys.',
	addressOf,
};

/** What the options of an operation say about its requests. */
interface OliAiOptions extends ClientOptions {
	/** Of bulk requests: 10 unless OliAI has granted the key another limit. */
	requestsPerMinute?: number;
}

/**
 * Opens the two ways to OliAI for one execution, or for one list in the editor. No page says whether a bulk request
 * counts for the general limit too, so it keeps to both.
 *
 * @throws InputProblem or UserError when the credential cannot be used
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
	const pacer = sharedPacer(`${identity} bulk`, { ...bulkLimit, requests: maxBulkRequestsPerMinute });
	return pacer.openLane({ ...bulkLimit, requests });
}
