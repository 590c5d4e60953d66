import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import type { ServiceRequest } from '../../../bulk/request/request';
import type { Ask } from '../../../n8n/client/ask';
import { jsonObject, understands } from '../../../n8n/responseSchemas';

/** Create, update, detail and lifecycle: `{success, campaign}`. */
export const campaignResponseSchema = z.object({ campaign: jsonObject });

/**
 * A request whose answer is a campaign. It is sent again when nobody knows whether it was carried out, so it is for what
 * may come twice: reads, changes to given values, and creations under an Idempotency-Key. Nothing else may use it.
 */
export function campaignRequest(
	request: Pick<ServiceRequest, 'method' | 'path' | 'headers' | 'mayHaveBeenApplied' | 'isAlreadyApplied'>,
	body?: Buffer,
): ServiceRequest {
	return { ...request, body, retryable: true, understands: understands(campaignResponseSchema) };
}

/** GET /campaigns/{id}: the detail of a campaign, with its analytics when Altur has a snapshot of them. */
export async function readCampaign(ask: Ask, campaignId: string): Promise<IDataObject> {
	const { body } = await ask(campaignRequest({ method: 'GET', path: `/campaigns/${campaignId}` }));
	return campaignResponseSchema.parse(body).campaign;
}
