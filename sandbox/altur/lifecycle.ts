import { z } from 'zod';
import { Refusal } from '../server/refusal';
import type { Route } from '../server/service';
import type { Campaign } from './campaign';
import type { CampaignStatus } from './campaignFields';
import { campaignDetail } from './campaignView';
import { noQuery } from './listQueries';
import { read } from './read';
import type { AlturState } from './state';

interface Transition {
	from: readonly CampaignStatus[];
	to: CampaignStatus;
	/** Whether the action succeeds, changing nothing, on a campaign that is there already. */
	repeatable: boolean;
	billed: boolean;
}

const transitions: ReadonlyMap<string, Transition> = new Map([
	['activate', { from: ['pending', 'ready', 'cooldown'], to: 'active', repeatable: false, billed: true }],
	['pause', { from: ['active', 'cooldown'], to: 'inactive', repeatable: true, billed: false }],
	['resume', { from: ['inactive'], to: 'active', repeatable: true, billed: true }],
]);

function validTargets(status: CampaignStatus): CampaignStatus[] {
	return [...transitions.values()].filter(({ from }) => from.includes(status)).map(({ to }) => to);
}

function move(state: AlturState, campaign: Campaign, transition: Transition): void {
	const { from, to, repeatable, billed } = transition;
	if (repeatable && campaign.status === to) return;
	if (!from.includes(campaign.status)) {
		const message = `A campaign in status ${campaign.status} cannot become ${to}.`;
		throw new Refusal(409, 'INVALID_STATUS_TRANSITION', message, {
			current_status: campaign.status,
			valid_targets: validTargets(campaign.status),
		});
	}
	if (billed && campaign.billingLimitReached) {
		throw planIsUsedUp();
	}
	state.changeStatus(campaign, to);
}

export function planIsUsedUp(): Refusal {
	return new Refusal(402, 'BILLING_LIMIT_REACHED', 'The limit of your plan is reached.');
}

const noBody = z.union([z.undefined(), z.strictObject({})]);

/** `POST /campaigns/{id}/{action}`: activate, pause, resume, archive. Archive succeeds from every status. */
export function runCampaignAction(state: AlturState): Route {
	return {
		method: 'POST',
		path: '/campaigns/:id/:action',
		handle({ params, query, body }) {
			read(noQuery, query);
			const { campaign } = state.campaign(params['id']);
			read(noBody, body);
			const action = params['action'] ?? '';
			const transition = transitions.get(action);
			if (transition) move(state, campaign, transition);
			else if (action === 'archive') campaign.archived = true;
			else throw new Refusal(400, 'UNKNOWN_ACTION', `There is no action "${action}".`);
			return { status: 200, body: { success: true, campaign: campaignDetail(campaign) } };
		},
	};
}
