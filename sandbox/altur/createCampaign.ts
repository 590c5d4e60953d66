import type { Route } from '../server/service';
import { campaignOwner } from './campaignOwner';
import { campaignDetail } from './campaignView';
import { createCampaignSchema } from './createCampaignSchema';
import { refuseUnknownTags } from './filters';
import { planIsUsedUp } from './lifecycle';
import { noQuery } from './listQueries';
import { read } from './read';
import type { AlturState } from './state';

/** `POST /campaigns`: 201 with the new campaign in status pending. With `billingLimitReached` a good one is answered 402. */
export function createCampaign(state: AlturState, billingLimitReached: boolean): Route {
	return {
		method: 'POST',
		path: '/campaigns',
		idempotent: true,
		handle({ body, query }) {
			read(noQuery, query);
			const { agent_id, integration_id, integration_type, ...fields } = read(createCampaignSchema, body);
			const agent = campaignOwner(state, { agent_id, integration_id, integration_type });
			if (fields.cycles?.enabled) refuseUnknownTags(state, fields.cycles.filter_tags);
			if (billingLimitReached) throw planIsUsedUp();
			const { campaign } = state.add({
				id: state.nextCampaignId(),
				...fields,
				agent,
				integration: { id: integration_id, type: integration_type },
				status: 'pending',
				archived: false,
				created_at: new Date().toISOString(),
				concurrency: 1,
				billingLimitReached: false,
			});
			return { status: 201, body: { success: true, campaign: campaignDetail(campaign) } };
		},
	};
}

/** `GET /campaigns/{id}` */
export function getCampaign(state: AlturState): Route {
	return {
		method: 'GET',
		path: '/campaigns/:id',
		handle({ params, query }) {
			read(noQuery, query);
			const { campaign } = state.campaign(params['id']);
			return { status: 200, body: { success: true, campaign: campaignDetail(campaign) } };
		},
	};
}
