import type { IDataObject } from 'n8n-workflow';
import type { ServiceRequest } from '../../../bulk/request/request';
import type { Ask } from '../../../n8n/item/itemWork';
import { campaignResponse, understands } from '../answers';

/** A request whose answer is a campaign. All of them can be repeated without harm, with the key of a creation. */
export function campaignRequest(
	request: Pick<ServiceRequest, 'method' | 'path' | 'headers' | 'mayHaveBeenApplied' | 'isAlreadyApplied'>,
	body?: Buffer,
): ServiceRequest {
	return { ...request, body, retryable: true, understands: understands(campaignResponse) };
}

/** GET /campaigns/{id}: the detail of a campaign, with its analytics when Altur has a snapshot of them. */
export async function readCampaign(ask: Ask, campaignId: string): Promise<IDataObject> {
	const { body } = await ask(campaignRequest({ method: 'GET', path: `/campaigns/${campaignId}` }));
	return campaignResponse.parse(body).campaign;
}
