import { Refusal } from '../server/refusal';
import type { Route } from '../server/service';
import { campaignDetail } from './campaignView';
import { createCampaignSchema } from './createCampaignSchema';
import { noQuery } from './listQueries';
import { read } from './read';
import type { AlturState } from './state';

/** Agents are known from seeds only: an unknown one is taken, but not with another agent's integration. */
function agentName(state: AlturState, agentId: string, integrationId: string): string {
	const agent = state.agents.find(({ id }) => id === agentId);
	const owner = state.agents.find(({ integrationIds }) => integrationIds.includes(integrationId));
	if (owner?.id !== agent?.id) {
		throw new Refusal(400, 'INVALID_REQUEST', 'integration_id does not belong to agent_id');
	}
	return agent?.name ?? 'Agent';
}

/** `POST /campaigns`: 201 with the new campaign in status pending. */
export function createCampaign(state: AlturState): Route {
	return {
		method: 'POST',
		path: '/campaigns',
		idempotent: true,
		handle({ body, query }) {
			read(noQuery, query);
			const { agent_id, integration_id, integration_type, ...fields } = read(createCampaignSchema, body);
			const { campaign } = state.add({
				id: state.nextCampaignId(),
				...fields,
				agent: { id: agent_id, name: agentName(state, agent_id, integration_id) },
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
