import type { Campaign } from './campaign';

/** An item of the list: the cycle fields stand flat, with the prefix `cycle_`. */
export function campaignListItem(campaign: Campaign) {
	const cycles = campaign.cycles?.enabled ? campaign.cycles : undefined;
	return {
		id: campaign.id,
		name: campaign.name,
		description: campaign.description ?? null,
		status: campaign.status,
		created_at: campaign.created_at,
		started_at: campaign.started_at ?? null,
		ended_at: campaign.ended_at ?? null,
		agent: campaign.agent,
		scheduling: campaign.scheduling ?? null,
		timezone: campaign.timezone,
		retries: campaign.retries,
		archived: campaign.archived,
		template: campaign.template ?? null,
		first_message: campaign.first_message ?? null,
		concurrency: campaign.concurrency,
		cycle_enabled: cycles !== undefined,
		cycle_max_iterations: cycles?.max_iterations ?? null,
		cycle_cooldown_minutes: cycles?.cooldown_minutes ?? null,
		cycle_filter_statuses: cycles?.filter_statuses ?? [],
		cycle_filter_tags: cycles?.filter_tags ?? [],
		cycle_current_iteration: 0,
		cycle_last_iteration_at: null,
	};
}

/**
 * The detail, also answered by create, update and the lifecycle actions: the sample's keys, and `status`
 * and the integration's `type`, which the samples leave out with every other enumeration.
 */
export function campaignDetail(campaign: Campaign) {
	return {
		id: campaign.id,
		name: campaign.name,
		status: campaign.status,
		integration: campaign.integration,
		agent: campaign.agent,
		created_at: campaign.created_at,
		scheduling: campaign.scheduling ?? null,
		cycles: campaign.cycles ?? { enabled: false },
		...(campaign.analytics && { analytics: campaign.analytics }),
	};
}
