import type { Campaign } from './campaign';

/** The name of the concurrency in a list: as the specification has it, or as some renderings of it print it. */
export const concurrencyKeys = ['concurrency_limit', 'concurrency'] as const;
export type ConcurrencyKey = (typeof concurrencyKeys)[number];

/**
 * An item of the list: the cycle fields stand flat, with the prefix `cycle_`. What a campaign does not have is
 * left out, because the specification lets only `started_at` and `ended_at` be null.
 */
export function campaignListItem(campaign: Campaign, concurrencyKey: ConcurrencyKey) {
	const cycles = campaign.cycles?.enabled ? campaign.cycles : undefined;
	return {
		id: campaign.id,
		name: campaign.name,
		description: campaign.description,
		status: campaign.status,
		created_at: campaign.created_at,
		started_at: campaign.started_at ?? null,
		ended_at: campaign.ended_at ?? null,
		agent: campaign.agent,
		scheduling: campaign.scheduling,
		timezone: campaign.timezone,
		retries: campaign.retries,
		archived: campaign.archived,
		template: campaign.template,
		first_message: campaign.first_message,
		[concurrencyKey]: campaign.concurrency,
		cycle_enabled: cycles !== undefined,
		cycle_max_iterations: cycles?.max_iterations,
		cycle_cooldown_minutes: cycles?.cooldown_minutes,
		cycle_filter_statuses: cycles?.filter_statuses ?? [],
		cycle_filter_tags: cycles?.filter_tags ?? [],
		cycle_current_iteration: cycles ? (campaign.iteration ?? 0) : 0,
		cycle_last_iteration_at: cycles && campaign.iteration_at,
	};
}

/** The detail, also answered by create, update and the lifecycle actions. The tags of its cycles go in and do not come out. */
export function campaignDetail(campaign: Campaign) {
	return {
		id: campaign.id,
		name: campaign.name,
		status: campaign.status,
		integration: campaign.integration,
		agent: campaign.agent,
		created_at: campaign.created_at,
		scheduling: campaign.scheduling,
		cycles: campaign.cycles?.enabled ? { ...campaign.cycles, filter_tags: undefined } : { enabled: false },
		...(campaign.analytics && { analytics: campaign.analytics }),
	};
}
